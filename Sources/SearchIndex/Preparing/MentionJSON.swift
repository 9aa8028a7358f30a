internal import IndexDefinition

/// The `mentions` column: `[[field,start,end,"rule",score],…]`, no spaces; rules are kebab case and
/// need no escapes.
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
  static func decode(_ json: UnsafeBufferPointer<UInt8>) -> [Mention]? {
    var scanner = Scanner(rest: json[...])
    var mentions: [Mention] = []
    guard scanner.take("[") else { return nil }
    while !scanner.take("]") {
      if !mentions.isEmpty, !scanner.take(",") { return nil }
      guard let mention = scanner.mention() else { return nil }
      mentions.append(mention)
    }
    return scanner.rest.isEmpty ? mentions : nil
  }

  private struct Scanner {
    var rest: Slice<UnsafeBufferPointer<UInt8>>

    mutating func mention() -> Mention? {
      guard take("["), let field = number(), field <= 1, take(","), let start = number(),
        take(","), let end = number(), start <= end, take(","),
        take("\""), let rule = text(upTo: UInt8(ascii: "\"")), take("\""),
        take(","), let score = text(upTo: UInt8(ascii: "]")), take("]"),
        score == "null" || Double(score) != nil
      else { return nil }
      return Mention(
        field: field == 0 ? .title : .body, range: start..<end, rule: rule, score: Double(score))
    }

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: sign) else { return false }
      rest.removeFirst()
      return true
    }

    private mutating func number() -> Int? {
      let digits = rest.prefix { (48...57).contains($0) }
      guard (1...18).contains(digits.count) else { return nil }
      rest = rest.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }

    private mutating func text(upTo end: UInt8) -> String? {
      let bytes = rest.prefix { $0 != end }
      rest = rest.dropFirst(bytes.count)
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
