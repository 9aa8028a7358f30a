internal import Foundation
internal import IndexDefinition

/// The `mentions` column: `[[field, start, end, rule, score], …]`, no spaces.
enum MentionJSON {
  static func encode(_ mentions: [Mention]) -> String {
    var json = "["
    for mention in mentions {
      if json.utf8.count > 1 { json += "," }
      json += mention.field == .title ? "[0," : "[1,"
      json += "\(mention.range.lowerBound),\(mention.range.upperBound),\"\(mention.rule)\","
      json += mention.score.map { "\($0)]" } ?? "null]"
    }
    return json + "]"
  }

  /// Nil when the text is not in the column's form.
  static func decode(_ json: String) -> [Mention]? {
    guard let rows = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[Any]] else {
      return nil
    }
    var mentions: [Mention] = []
    for row in rows {
      guard let mention = mention(row) else { return nil }
      mentions.append(mention)
    }
    return mentions
  }

  private static func mention(_ row: [Any]) -> Mention? {
    guard row.count == 5, let field = row[0] as? Int, (0...1).contains(field),
      let start = row[1] as? Int, let end = row[2] as? Int, 0 <= start, start <= end,
      let rule = row[3] as? String
    else { return nil }
    return Mention(
      field: field == 0 ? .title : .body, range: start..<end, rule: rule, score: row[4] as? Double)
  }
}
