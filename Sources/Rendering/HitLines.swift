internal import IndexDefinition
package import SearchModel

/// Writes hits one after the other, in a form that other programs read.
package struct HitLines {
  package enum Format: Sendable { case jsonl, csv, markdown, trec }

  private let format: Format
  private let queryID: String?
  private var rank = 0
  private var lowest = Double.infinity

  package init(_ format: Format, queryID: String? = nil) {
    self.format = format
    self.queryID = queryID
  }

  /// What stands before everything: the names of CSV's columns, `qid` first in a batch.
  package static func head(_ format: Format, isBatch: Bool) -> String {
    guard format == .csv else { return "" }
    return (isBatch ? "qid," : "")
      + "id,date,title,source,byline,url,path,people,countries,score,snippet\r\n"
  }

  /// What stands before the hits of one query: in a batch's Markdown, its id as a heading.
  package var opening: String {
    guard format == .markdown, let queryID else { return "" }
    return "## \(Self.oneLine(queryID))\n\n"
  }

  /// The hit's line or lines, line end included.
  package mutating func text(of hit: Hit) -> String {
    switch format {
    case .jsonl: json(hit)
    case .csv: csv(hit)
    case .markdown: Self.markdown(hit)
    case .trec: trec(hit)
    }
  }

  private func json(_ hit: Hit) -> String {
    var writer = JSONWriter()
    writer.exportedHit(hit, queryID: queryID)
    return writer.text + "\n"
  }

  private func csv(_ hit: Hit) -> String {
    let fields =
      (queryID.map { [$0] } ?? []) + [
        hit.id, hit.date?.description ?? "", hit.title, hit.source ?? "", hit.byline ?? "",
        hit.url ?? "", hit.path, hit.people.joined(separator: "; "),
        hit.countries.joined(separator: "; "), "\(hit.score)", hit.snippet.text,
      ]
    return CSVRecord.text(fields)
  }

  /// A list item that cites the article, the snippet as a quotation with its matches bold.
  private static func markdown(_ hit: Hit) -> String {
    let title = oneLine(hit.title.isEmpty ? hit.id : hit.title)
    let place = [hit.source, hit.date?.description, hit.url.map { "<\($0)>" } ?? hit.path]
    let citation = place.compactMap { $0 }.map(oneLine).joined(separator: ", ")
    let quotation = oneLine(bold(hit.snippet))
    return "- **\(title)**, \(citation)\n" + (quotation.isEmpty ? "" : "\n  > \(quotation)\n")
      + "\n"
  }

  private static func bold(_ snippet: Snippet) -> String {
    let bytes = Array(snippet.text.utf8)
    var (text, end) = ("", 0)
    for range in snippet.highlights {
      text += String(decoding: bytes[end..<range.lowerBound], as: UTF8.self)
      text += "**" + String(decoding: bytes[range], as: UTF8.self) + "**"
      end = range.upperBound
    }
    return text + String(decoding: bytes[end...], as: UTF8.self)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// `qid Q0 id rank score wsearch`.
  ///
  /// trec_eval sorts by score, so scores are printed falling even where re-ranking or sorting by
  /// date made them otherwise.
  private mutating func trec(_ hit: Hit) -> String {
    rank += 1
    lowest = hit.score < lowest ? hit.score : lowest.nextDown
    return "\(queryID ?? "0") Q0 \(hit.id) \(rank) \(lowest) wsearch\n"
  }
}
