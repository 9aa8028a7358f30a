import IndexDefinition

/// Turns a file into articles, one at a time, in the file's order.
///
/// A file is opened, unpacked when it is gzip, looked at to tell its format, and handed to that
/// format's reader. JSON Lines are read line by line; other formats are held in memory whole.
package struct ArticleReader: Sendable {
  package var options: ReadingOptions
  var libraries = LateLibraries()

  /// Larger files of formats that have to be held in memory are refused.
  static let sizeLimit = 1 << 30
  /// How much of a file is looked at to tell its format.
  private static let headSize = 64 << 10

  package init(options: ReadingOptions = ReadingOptions()) {
    self.options = options
  }

  /// Reads `file`, calling `receive` for every article and for every part that could not be read.
  ///
  /// Only errors thrown by `receive` are thrown.
  package func read(
    _ file: SourceFile, _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    if let name = options.format, FileFormat(rawValue: name) == nil {
      let known = ReadingOptions.formats.joined(separator: ", ")
      let problem = ByteSourceError(message: "unknown format “\(name)”; one of \(known)")
      return try receive(.failure(failure(file, problem)))
    }
    let reader: ByteReader
    do throws(ByteSourceError) {
      reader = try open(file)
    } catch {
      return try receive(.failure(failure(file, error)))
    }
    let head = reader.peek(Self.headSize)
    if let problem = HeadProblem(head) {
      let error = reader.error ?? ByteSourceError(message: problem.message)
      return try receive(.failure(failure(file, error)))
    }
    var file = file
    file.dateOrder = DateOrderEvidence(head).order ?? options.dateOrder
    file.encoding = options.encoding
    try read(file, format(of: file, head), reader, receive)
    if let error = reader.error { try receive(.failure(failure(file, error))) }
  }

  private func open(_ file: SourceFile) throws(ByteSourceError) -> ByteReader {
    var reader = ByteReader(try FileBytes(file))
    if reader.peek(2).starts(with: [0x1f, 0x8b]) {
      guard let zlib = libraries.zlib() else { throw .zlibIsMissing }
      reader = ByteReader(GzipBytes(reader, zlib.pointee))
    }
    guard let mark = ByteOrderMark(reader.peek(4)) else { return reader }
    if mark == .utf8 {
      reader.skip(3)
      return reader
    }
    guard let bytes = reader.rest(limit: Self.sizeLimit) else { throw Self.tooLarge }
    return ByteReader(Array(mark.text(bytes).utf8))
  }

  private func format(of file: SourceFile, _ head: UnsafeBufferPointer<UInt8>) -> FileFormat {
    if let format = options.format.flatMap(FileFormat.init(rawValue:)) { return format }
    let content = FileFormat(content: head)
    guard let named = FileFormat(name: file.path) else { return content }
    // Dumps of JSON Lines are often called .json.
    if named == .json, content == .jsonl { return .jsonl }
    // So is what agencies send .txt.
    return named == .text && (content == .wire || content == .sgml) ? content : named
  }

  private func read(
    _ file: SourceFile, _ format: FileFormat, _ reader: ByteReader,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    let names = FieldNames(options.fieldNames)
    if format == .jsonl {
      return try JSONLines(file: file, names: names).read(reader, receive)
    }
    if format == .csv {
      var table = CSVTable(file: file, names: names)
      return try table.read(reader, receive)
    }
    if format == .xml, let feed = FeedStream(reader, file: file) { return try feed.read(receive) }
    if format == .json, JSONArray.isMet(reader) {
      return try JSONArray(file: file, names: names).read(reader, receive)
    }
    guard let bytes = reader.rest(limit: Self.sizeLimit) else {
      return try receive(.failure(failure(file, Self.tooLarge)))
    }
    switch format {
    case .json, .jsonl:
      try JSONDocument(file: file, names: names).read(bytes, receive)
    case .wire:
      for event in WireText(file: file).events(bytes) { try receive(event) }
    case .sgml:
      try NewsSGML(file: file, names: names).read(bytes, receive)
    case .text, .markdown, .html, .xml, .csv:
      let isMarkup = format == .html || format == .xml
      let decoded =
        isMarkup
        ? DecodedText(page: bytes, encoding: options.encoding)
        : DecodedText(bytes, encoding: options.encoding)
      for event in events(file, format, decoded.text) { try receive(event.dated(by: file)) }
      if let byte = decoded.badByte {
        let problem = ByteSourceError(place: "byte \(byte)", message: decoded.advice)
        try receive(.failure(failure(file, problem)))
      }
    }
  }

  /// What a text holds.
  private func events(
    _ file: SourceFile, _ format: FileFormat, _ text: String
  ) -> [ReadingEvent] {
    switch format {
    case .markdown:
      var markdown = Markdown(file: file, names: FieldNames(options.fieldNames))
      return markdown.events(text)
    case .xml:
      return NewsXML(file: file, names: FieldNames(options.fieldNames)).events(text)
    case .html: return HTMLPage(file: file).events(text)
    default: return [.article(PlainText(file: file).article(text))]
    }
  }

  private static let tooLarge = ByteSourceError(
    message: "larger than 1 GB and not JSON Lines; split it or convert it to JSON Lines")

  private func failure(_ file: SourceFile, _ error: ByteSourceError) -> ReadingFailure {
    ReadingFailure(path: file.path, place: error.place, message: error.message)
  }
}
