internal import IndexDefinition
internal import OperatingSystem
package import SearchModel

/// Writes hits one after the other, in a form that other programs read.
package struct HitLines {
  package enum Format: Sendable { case jsonl, csv, markdown, trec }

  private let format: Format
  private let queryID: String?
  private let record: CSVRecord
  private var rank = 0
  private var lowest = Double.infinity

  /// - Parameter isRaw: see ``CSVRecord/isRaw``.
  package init(_ format: Format, queryID: String? = nil, isRaw: Bool = false) {
    self.format = format
    self.queryID = queryID
    record = CSVRecord(isRaw: isRaw)
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
    return "## \(MarkdownText.escaped(queryID))\n\n"
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
    return record.text(fields)
  }

  /// A list item that cites the article, the snippet as a quotation with its matches bold.
  private static func markdown(_ hit: Hit) -> String {
    let title = MarkdownText.escaped(hit.title.isEmpty ? hit.id : hit.title)
    let origin = [hit.source, hit.date?.description].compactMap { $0.map(MarkdownText.escaped) }
    let place = hit.url.map(MarkdownText.link) ?? MarkdownText.escaped(hit.lies)
    let citation = (origin + [place]).joined(separator: ", ")
    let quotation = quotation(hit.snippet)
    return "- **\(title)**, \(citation)\n" + (quotation.isEmpty ? "" : "\n  > \(quotation)\n")
      + "\n"
  }

  private static func quotation(_ snippet: Snippet) -> String {
    let bytes = Array(snippet.text.utf8)
    var (text, end) = ("", 0)
    func add(_ range: Range<Int>, _ mark: String) {
      let part = String(decoding: bytes[range], as: UTF8.self)
      // White space at the ends of a part is the quotation's.
      let words = MarkdownText.escaped(part)
      text += (part.first == " " && !text.isEmpty ? " " : "")
      text += words.isEmpty ? "" : mark + words + mark
      text += part.last == " " && part.count > 1 ? " " : ""
    }
    for range in snippet.highlights {
      add(end..<range.lowerBound, "")
      add(range, "**")
      end = range.upperBound
    }
    add(end..<bytes.count, "")
    return text
  }

  /// `qid Q0 id rank score wsearch`.
  ///
  /// trec_eval sorts by score, so scores are printed falling even where re-ranking or sorting by
  /// date made them otherwise.
  private mutating func trec(_ hit: Hit) -> String {
    rank += 1
    lowest = hit.score < lowest ? hit.score : lowest.nextDown
    return "\(Self.word(queryID ?? "0")) Q0 \(Self.word(hit.id)) \(rank) \(lowest) wsearch\n"
  }

  /// A name as one word: bytes of white space and of what commands a terminal as `%20`, since columns
  /// of a run are parted by spaces.
  private static func word(_ name: String) -> String {
    name.unicodeScalars.map { scalar in
      guard scalar.isCommand || scalar.properties.isWhitespace else { return String(scalar) }
      return String(scalar).utf8.map { byte in
        "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }.joined()
    }.joined()
  }
}
