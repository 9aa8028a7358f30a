internal import IndexDefinition

/// A plain-text export of an archive of newspapers (Nexis, Factiva): many articles, each with lines
/// that name its parts.
struct ArticleExport: ContentReader {
  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    var articles = ExportedArticles()
    let bytes = content.bytes
    var start = (line: bytes.line, position: bytes.position)
    var before = start
    while let (line, _) = bytes.line(limit: 1 << 20) {
      let text = DecodedText(line).text
      if let finished = articles.add(text.trimmingLineEnd) {
        // The line that ends an article is the next one's first, or its own last.
        let end = articles.isOpen ? before : (bytes.line, bytes.position)
        let place = SourcePlace(line: start.line, bytes: start.position..<end.position)
        try send(finished, articles.count, place, content, receive)
        start = end
      }
      before = (bytes.line, bytes.position)
    }
    guard let last = articles.finish() else { return }
    let place = SourcePlace(line: start.line, bytes: start.position..<bytes.position)
    try send(last, articles.count, place, content, receive)
  }

  private func send(
    _ draft: ArticleDraft, _ number: Int, _ place: SourcePlace, _ content: Content,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    for event in draft.events(file: content.file, place: "article \(number)") {
      try receive(event.numbered(number, in: content.file).lying(at: place))
    }
  }

  /// Whether a file begins as one of the two does: numbered documents, or Factiva's two letters.
  static func isExport(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = head.first(16 << 10)
    let isNexis = start.holds("LENGTH:") || start.holds("Length:")
    guard isNexis || start.holds("HD ") && start.holds("PD ") else { return false }
    let text = String(decoding: start, as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).prefix(60)
    if lines.contains(where: { ExportLine.opensNexis($0) }) {
      return lines.contains { $0.hasPrefix("LENGTH:") || $0.hasPrefix("Length:") }
    }
    let codes = Set(lines.compactMap(ExportLine.code))
    return codes.isSuperset(of: ["HD", "PD"]) && (codes.contains("WC") || codes.contains("SN"))
  }
}

/// What the lines of exports say.
enum ExportLine {
  /// `Document 3 of 25`, `3 of 25 DOCUMENTS`.
  static func opensNexis(_ line: Substring) -> Bool {
    let words = line.split(separator: " ").map { $0.lowercased() }
    let numbers: ArraySlice<String> =
      words.first == "document"
      ? words.dropFirst() : words.last == "documents" ? words.dropLast() : []
    return numbers.count == 3 && numbers[numbers.startIndex + 1] == "of"
      && Int(numbers[numbers.startIndex]) != nil
  }

  /// The two letters that a line of Factiva's begins with, behind blanks.
  static func code(_ line: Substring) -> String? {
    let word = line.drop { $0 == " " }.prefix(2)
    guard codes.contains(String(word)) else { return nil }
    let rest = line.drop { $0 == " " }.dropFirst(2)
    return rest.isEmpty || rest.hasPrefix(" ") || rest.hasPrefix("\t") ? String(word) : nil
  }

  private static let codes: Set<String> = [
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD",
    "CO", "IN", "NS", "RE", "PUB", "AN", "CLM", "ART", "CT", "RF",
  ]

  /// `LENGTH: 512 words`: a name in capitals or with one, a colon, a value; nil for other lines.
  static func field(_ line: Substring) -> (name: String, value: Substring)? {
    guard let colon = line.firstIndex(of: ":"), let name = names[line[..<colon].lowercased()]
    else { return nil }
    return (name, line[colon...].dropFirst().drop { $0 == " " })
  }

  private static let names = [
    "length": "length", "byline": "byline", "headline": "headline", "body": "body",
    "load-date": "load", "language": "language", "section": "section", "dateline": "dateline",
    "graphic": "graphic", "publication-type": "type", "source": "source", "copyright": "rights",
    "journal-code": "type", "notes": "notes", "highlight": "notes", "series": "notes",
    "correction-date": "notes", "classification": "end", "subject": "end", "company": "end",
    "geographic": "end", "industry": "end", "person": "end", "url": "url",
  ]
}

extension String {
  /// Without the carriage return of a line.
  fileprivate var trimmingLineEnd: Substring { self[...].trimmingSuffix { $0 == "\r" } }
}
