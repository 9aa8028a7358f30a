import IndexDefinition

/// Turns a file into articles, one at a time, in the file's order.
///
/// A file is opened, unpacked when it is packed, looked at to tell its format, and handed to that
/// format's reader; so are the members of containers. Dumps are read record by record and long texts
/// in parts, whatever their size; what else is one document is held in memory whole.
package struct ArticleReader: Sendable {
  package var options: ReadingOptions
  var libraries = LateLibraries()
  /// What is handed on as it is; nil: all is read.
  private let wanted: WantedContent?

  /// Larger files of formats that have to be held in memory are refused.
  static let sizeLimit = 1 << 30
  /// How much of a file is looked at to tell its format.
  private static let headSize = 64 << 10

  package init(options: ReadingOptions = ReadingOptions()) {
    self.options = options
    wanted = nil
  }

  /// Reads no articles, but the source of one.
  init(wanting content: WantedContent) {
    options = ReadingOptions()
    wanted = content
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
    let bytes: FileBytes
    do throws(ByteSourceError) {
      bytes = try FileBytes(file)
    } catch {
      return try receive(.failure(failure(file, error)))
    }
    let budget = UnpackingBudget(packed: file.size)
    try read(
      Content(file: file, bytes: ByteReader(bytes), reader: self, budget: budget), receive)
  }

  /// Reads a file's or a member's bytes by what they are; says so where that comes to nothing.
  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    var isSilent = true
    try readAsTold(content) { event in
      isSilent = false
      try receive(event)
    }
    if isSilent, wanted == nil { try receive(content.failure(Self.silence, kind: .noArticle)) }
  }

  private static let silence =
    "nothing in it can be read as an article; name its format by --format if it holds one"

  private func readAsTold(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    let content: Content = marked(content)
    let head = content.bytes.peek(Self.headSize)
    let kind = kind(of: content, head)
    if takes(content, kind) { return }
    switch kind {
    case .packed(let packing):
      return try unpack(content, packing, receive)
    case .format(let format):
      try read(content, format, receive)
    case .empty where content.bytes.error == nil:
      let message = "the file is empty; remove it or fetch it again"
      try receive(content.failure(message, kind: .noArticle))
    case .unread(let kind, let isText):
      let message = UnreadKind.message(kind, isText: isText)
      try receive(content.failure(message, kind: .noArticle))
    case .empty: break
    }
    if let error = content.bytes.error { try receive(content.failure(error)) }
  }

  /// True where one content alone is wanted as it is.
  var isChoosing: Bool { wanted != nil }

  /// Whether a content need not be read on, where one alone is wanted as it is.
  func takes(_ content: Content, _ kind: ContentKind) -> Bool {
    wanted?.takes(content, kind) ?? false
  }

  private func unpack(
    _ content: Content, _ packing: Packing, _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    let source: any ByteSource
    do throws(ByteSourceError) {
      guard content.depth < Content.depthLimit else {
        throw ByteSourceError(message: "packed more than \(Content.depthLimit) times over")
      }
      source = try packing.source(of: content)
    } catch {
      return try receive(content.failure(error))
    }
    try read(content.unpacked(BudgetedBytes(source, content.budget)), receive)
  }

  /// Behind a byte order mark, in UTF-8.
  private func marked(_ content: Content) -> Content {
    guard !content.isDecoded, let mark = ByteOrderMark(content.bytes.peek(ByteOrderMark.headSize))
    else {
      return content
    }
    if mark == .utf8 {
      content.bytes.skip(3)
      return content
    }
    guard let bytes = content.whole(limit: Self.sizeLimit) else { return content }
    return content.decoded(mark.text(bytes))
  }

  /// The format that was asked for counts more than what the bytes are, but what is packed is
  /// unpacked and archives are opened all the same.
  private func kind(of content: Content, _ head: UnsafeBufferPointer<UInt8>) -> ContentKind {
    let told = ContentKind(head, name: content.file.path, hint: content.hint)
    guard let format = options.format.flatMap(FileFormat.init(rawValue:)) else { return told }
    switch told {
    case .packed, .empty, .format(.archive): return told
    case .format(let found) where format.isText && found.isBinary:
      return .unread(found.kindName, isText: false)
    case .unread(_, isText: false) where format.isText: return told
    case .format, .unread: return .format(format)
    }
  }

  /// Reads bytes that are known to be of a format.
  func read(
    _ content: Content, _ format: FileFormat, _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    if let reader = format.contentReader { return try reader.read(content, receive) }
    var file = content.file
    let evidence = DateOrderEvidence(content.bytes.peek(Self.headSize)).order
    file.dateOrder = evidence ?? options.dateOrder
    file.isOrderGiven = evidence == nil && options.dateOrder != nil
    file.encoding = content.isDecoded ? nil : options.encoding
    try read(content, as: file, format, receive)
  }

  private func read(
    _ content: Content, as file: SourceFile, _ format: FileFormat,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    if try readByRecord(content, as: file, format, receive) { return }
    guard let bytes = content.whole(limit: Self.sizeLimit) else {
      return try receive(content.failure(Self.tooLarge))
    }
    // What a bomb holds is not worth the time.
    if content.budget.isSpent { return }
    switch format {
    case .json: try JSONDocument(file: file, names: content.names).read(bytes, receive)
    case .wire: for event in WireText(file: file).events(bytes) { try receive(event) }
    default: try readText(file, format, bytes, receive)
    }
  }

  /// Reads what is many records, one in memory at a time; false where it is one document.
  private func readByRecord(
    _ content: Content, as file: SourceFile, _ format: FileFormat,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows -> Bool {
    let (bytes, names) = (content.bytes, content.names)
    switch format {
    case .jsonl: try JSONLines(file: file, names: names).read(bytes, receive)
    case .csv:
      var table = CSVTable(file: file, names: names)
      try table.read(bytes, receive)
    case .sgml: try NewsSGML(file: file, names: names).read(bytes, receive)
    case .xml:
      guard let feed = FeedStream(bytes, file: file) else { return false }
      try feed.read(receive)
    case .json:
      guard let array = JSONArray(in: bytes, file: file, names: names) else { return false }
      try array.read(bytes, receive)
    case .text, .markdown:
      guard TextParts.isMet(bytes) else { return false }
      try readParts(content, as: file, format, receive)
    default: return false
    }
    return true
  }

  /// A text that is longer than an article may be.
  private func readParts(
    _ content: Content, as file: SourceFile, _ format: FileFormat,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    var parts = TextParts(content.bytes, file: file)
    while let bytes = parts.next() {
      let decoded = DecodedText(bytes, encoding: file.encoding)
      let found = parts.events(decoded.text) { events(file, format, $0) }
      try hand(on: found, decoded, file, receive)
    }
  }

  private func readText(
    _ file: SourceFile, _ format: FileFormat, _ bytes: UnsafeBufferPointer<UInt8>,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    let isMarkup = format == .html || format == .xml
    let decoded =
      isMarkup
      ? DecodedText(page: bytes, encoding: file.encoding)
      : DecodedText(bytes, encoding: file.encoding)
    try hand(on: events(file, format, decoded.text), decoded, file, receive)
  }

  /// Hands on what a text holds, and what is wrong with its bytes.
  private func hand(
    on events: [ReadingEvent], _ decoded: DecodedText, _ file: SourceFile,
    _ receive: (ReadingEvent) throws -> Void
  ) rethrows {
    for event in events { try receive(event.dated(by: file)) }
    if let byte = decoded.badByte {
      let problem = ByteSourceError(
        place: "byte \(byte)", message: decoded.advice, kind: .encoding)
      try receive(.failure(failure(file, problem)))
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
    default:
      let names = FieldNames(options.fieldNames)
      if let headed = HeadedText(text, names) { return headed.events(file, names) }
      return PlainText(file: file).events(text)
    }
  }

  private static let tooLarge = ByteSourceError(
    message: "larger than 1 GB and not JSON Lines; split it or convert it to JSON Lines")

  private func failure(_ file: SourceFile, _ error: ByteSourceError) -> ReadingFailure {
    ReadingFailure(
      path: file.path, place: error.place, message: error.message, kind: error.kind)
  }
}
