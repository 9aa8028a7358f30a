internal import IndexDefinition

/// JSON Lines: one article a line, read line by line whatever the size of the file.
struct JSONLines {
  let file: SourceFile
  let names: FieldNames

  /// Longer lines are refused, since a line has to be held in memory.
  static let lineLimit = 256 << 20

  func read(_ reader: ByteReader, _ receive: (ReadingEvent) throws -> Void) rethrows {
    var article = JSONArticle(file: file, names: names, isLine: true)
    var number = 0
    var start = reader.position
    while let (line, isCut) = reader.line(limit: Self.lineLimit) {
      number += 1
      let place = SourcePlace(line: number, bytes: start..<start + line.count)
      start = reader.position
      if isCut {
        try receive(failure(number, "the line is longer than 256 MB; split the article"))
      } else {
        for event in decoded(line, number, &article) { try receive(event.lying(at: place)) }
      }
    }
  }

  /// The line's events; a line that is not UTF-8 is read as windows-1252, and that is said.
  private func decoded(
    _ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ article: inout JSONArticle
  ) -> [ReadingEvent] {
    if file.encoding == nil, UTF8Validity.firstInvalid(line) == nil {
      return events(line, number, &article)
    }
    let decoded = DecodedText(line, encoding: file.encoding)
    var text = decoded.text
    let events = text.withUTF8 { self.events($0, number, &article) }
    guard let byte = decoded.badByte else { return events }
    return events + [failure(number, "byte \(byte) of the line: " + decoded.advice, .encoding)]
  }

  private func events(
    _ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ article: inout JSONArticle
  ) -> [ReadingEvent] {
    var scanner = JSONScanner(line)
    if scanner.isAtEnd() { return [] }
    do throws(JSONSyntaxError) {
      let events = try read(&scanner, number, line, &article)
      guard scanner.isAtEnd() else {
        throw JSONSyntaxError(offset: scanner.position, expected: "the end of the line")
      }
      return events
    } catch {
      return [failure(number, error.message + "; mend or remove the line")]
    }
  }

  /// A line's article; of a line that is an API's whole answer its articles.
  private func read(
    _ scanner: inout JSONScanner, _ number: Int, _ line: UnsafeBufferPointer<UInt8>,
    _ article: inout JSONArticle
  ) throws(JSONSyntaxError) -> [ReadingEvent] {
    let events = try article.read(&scanner, place: "line \(number)")
    guard events.count == 1, case .failure = events[0] else { return events }
    var whole = JSONScanner(line)
    guard let value = try? whole.value(), let list = JSONDocument.list(in: value, depth: 3) else {
      return events
    }
    var listed: [ReadingEvent] = []
    var inner = JSONArticle(file: file, names: names)
    for (index, value) in list.enumerated() {
      var scanner = JSONScanner(value.bytes)
      listed += try inner.read(&scanner, place: "line \(number), article \(index + 1)")
    }
    return listed
  }

  private func failure(
    _ line: Int, _ message: String, _ kind: ReadingFailure.Kind = .damaged
  ) -> ReadingEvent {
    .failure(ReadingFailure(path: file.path, place: "line \(line)", message: message, kind: kind))
  }
}
