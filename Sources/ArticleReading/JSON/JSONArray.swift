internal import IndexDefinition

/// A JSON file that is one array of articles, or has one in it (``JSONEnvelope``), read element by element
/// whatever its size.
struct JSONArray {
  let file: SourceFile
  let names: FieldNames
  var envelope: JSONEnvelope?

  /// Longer elements are refused, since one has to be held in memory.
  private static let limit = 256 << 20

  init(file: SourceFile, names: FieldNames, envelope: JSONEnvelope? = nil) {
    (self.file, self.names, self.envelope) = (file, names, envelope)
  }

  /// The array that the bytes are, or hold; nil where they are one small document, or have none.
  init?(in bytes: ByteReader, file: SourceFile, names: FieldNames) {
    self.init(file: file, names: names)
    if bytes.peek(64).first(where: { $0 > 0x20 }) == UInt8(ascii: "[") { return }
    envelope = JSONEnvelope(bytes)
    if envelope == nil { return nil }
  }

  func read(_ reader: ByteReader, _ receive: (ReadingEvent) throws -> Void) rethrows {
    var article = JSONArticle(file: file, names: names)
    article.defaults = envelope?.defaults ?? [:]
    var place = Place()
    if let envelope {
      place.skip(reader, envelope.length)
    } else {
      place.skip(reader, through: UInt8(ascii: "["))
    }
    var number = 0
    while let element = next(reader, &place) {
      number += 1
      switch element {
      case .failure(let error):
        return try receive(failure("line \(error.line)", error.message + "; mend the file"))
      case .success(let length):
        let bytes = UnsafeBufferPointer(rebasing: reader.peek(length)[..<length])
        let start = reader.position
        let lies = SourcePlace(line: place.line, bytes: start..<start + length)
        for event in events(bytes, number, &article) { try receive(event.lying(at: lies)) }
        place.skip(reader, length)
      }
    }
    try finish(reader, place, receive)
  }

  private struct Problem: Error {
    let line: Int
    let message: String
  }

  /// The length of the next element; nil at the array's end.
  private func next(_ reader: ByteReader, _ place: inout Place) -> Result<Int, Problem>? {
    place.skipSpace(reader)
    if place.isFirst {
      place.isFirst = false
    } else if reader.peek().first == UInt8(ascii: ",") {
      place.skip(reader, 1)
      place.skipSpace(reader)
    }
    if reader.peek().first == UInt8(ascii: "]") { return nil }
    var size = 1
    while true {
      let bytes = reader.peek(size)
      let isWhole = reader.holdsTheRest
      var scanner = JSONScanner(bytes)
      do throws(JSONSyntaxError) {
        _ = try scanner.value()
        // A number may go on behind the bytes at hand.
        if scanner.position < bytes.count || isWhole { return .success(scanner.position) }
      } catch {
        if isWhole || bytes.count > Self.limit { return .failure(place.problem(error, bytes)) }
      }
      size = bytes.count + 1
    }
  }

  private func events(
    _ bytes: UnsafeBufferPointer<UInt8>, _ number: Int, _ article: inout JSONArticle
  ) -> [ReadingEvent] {
    let place = "article \(number)"
    guard bytes.first == UInt8(ascii: "{") else {
      return [failure(place, "not a JSON object; mend or remove it")]
    }
    if file.encoding == nil, UTF8Validity.firstInvalid(bytes) == nil {
      return read(bytes, number, &article)
    }
    let decoded = DecodedText(bytes, encoding: file.encoding)
    var text = decoded.text
    let events = text.withUTF8 { read($0, number, &article) }
    return events
      + (decoded.badByte.map { [failure(place, "byte \($0): " + decoded.advice, .encoding)] } ?? [])
  }

  private func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ number: Int, _ article: inout JSONArticle
  ) -> [ReadingEvent] {
    var scanner = JSONScanner(bytes)
    let events = (try? article.read(&scanner, place: "article \(number)")) ?? []
    return events.map { $0.numbered(number, in: file) }
  }

  /// Nothing may follow the array but its envelope's end.
  private func finish(
    _ reader: ByteReader, _ place: Place, _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    var place = place
    place.skip(reader, 1)
    place.skipSpace(reader)
    guard let error = problem(behind: reader) else { return }
    let problem = place.problem(error, reader.peek())
    try receive(failure("line \(problem.line)", problem.message + "; mend the file"))
  }

  private func problem(behind reader: ByteReader) -> JSONSyntaxError? {
    guard let envelope else {
      return reader.peek().isEmpty
        ? nil : JSONSyntaxError(offset: 0, expected: "the end of the file")
    }
    let rest = reader.rest(limit: Self.limit)
    return envelope.problem(in: rest ?? UnsafeBufferPointer(start: nil, count: 0))
  }

  private func failure(
    _ place: String, _ message: String, _ kind: ReadingFailure.Kind = .damaged
  ) -> ReadingEvent {
    .failure(ReadingFailure(path: file.path, place: place, message: message, kind: kind))
  }

  /// How far the file is read.
  private struct Place {
    var line = 1
    /// Bytes of the line that were passed over.
    var column = 0
    var isFirst = true

    mutating func skip(_ reader: ByteReader, _ count: Int) {
      for byte in reader.peek(count).prefix(count) {
        column += 1
        if byte == 0x0a { (line, column) = (line + 1, 0) }
      }
      reader.skip(count)
    }

    mutating func skipSpace(_ reader: ByteReader) {
      while let byte = reader.peek().first,
        byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
      {
        skip(reader, reader.peek().prefix { [0x20, 0x0a, 0x0d, 0x09].contains($0) }.count)
      }
    }

    mutating func skip(_ reader: ByteReader, through byte: UInt8) {
      skip(reader, (reader.peek(64).firstIndex(of: byte) ?? 0) + 1)
    }

    /// The error by its line and the byte of the line, as an editor shows it.
    func problem(_ error: JSONSyntaxError, _ bytes: UnsafeBufferPointer<UInt8>) -> Problem {
      var (line, offset) = (line, column + error.offset)
      for (index, byte) in bytes[..<min(error.offset, bytes.count)].enumerated() where byte == 0x0a
      {
        (line, offset) = (line + 1, error.offset - index - 1)
      }
      return Problem(
        line: line, message: JSONSyntaxError(offset: offset, expected: error.expected).message)
    }
  }
}
