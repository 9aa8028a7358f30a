/// What a file is, told by its content first and by its name second.
enum ContentKind: Equatable {
  /// Nothing but white space.
  case empty
  /// One file's bytes, packed; what is inside is told anew.
  case packed(Packing)
  case format(FileFormat)
  /// Known, and nothing that holds articles: `a PNG image`. A text may be read all the same, by
  /// `--format text`.
  case unread(String, isText: Bool)

  /// Of a file that starts with these bytes.
  ///
  /// - Parameter hint: what a container says that it is, in place of the name's ending.
  init(_ head: UnsafeBufferPointer<UInt8>, name: String, hint: FileFormat? = nil) {
    if let packing = Packing(head) {
      self = .packed(packing)
    } else if let kind = Self.signed(head, name) {
      self = kind
    } else if let format = MarkedText.format(head, named: hint ?? FileFormat(name: name)) {
      self = .format(format)
    } else if WireText.isMet(head), !head.contains(0) {
      self = .format(.wire)
    } else if let problem = HeadProblem(head) {
      self = problem == .empty ? .empty : .unread(Self.binary(name), isText: false)
    } else {
      self = Self.text(head, name, hint ?? FileFormat(name: name))
    }
  }

  /// By bytes that no other kind of file starts with.
  private static func signed(
    _ head: UnsafeBufferPointer<UInt8>, _ name: String
  ) -> ContentKind? {
    if let zip = ZipKind(head, name: name) { return zip.content }
    if head.first(1024).holds("%PDF-") { return .format(.pdf) }
    if head.begins(with: "{\\rtf") { return .format(.rtf) }
    if ArchiveSignature.isArchive(head) { return .format(.archive) }
    return Signatures.kind(head, name: name).map { .unread($0, isText: false) }
  }

  private static func binary(_ name: String) -> String {
    UnreadEndings.kind(name) ?? "a binary file of unknown kind"
  }

  /// Of a text: the name counts more than mere looks.
  private static func text(
    _ head: UnsafeBufferPointer<UInt8>, _ name: String, _ named: FileFormat?
  ) -> ContentKind {
    let looks = FileFormat(content: head)
    if looks == .text, named == nil || named == .text, ArticleExport.isExport(head) {
      return .format(.export)
    }
    if let kind = MarkedText.pageSource(head) ?? UnreadEndings.wholeName(name) {
      return .unread(kind, isText: true)
    }
    if named == nil, looks == .text || looks == .json,
      let kind = UnreadEndings.kind(name, isText: true)
    {
      return .unread(kind, isText: true)
    }
    if looks == .text, named == nil || named == .text,
      let kind = MarkedText.unread(head, isNamed: named != nil)
    {
      return .unread(kind, isText: true)
    }
    guard let named else { return .format(looks) }
    return .format(settled(named, looks))
  }

  /// A name against what its content looks like.
  private static func settled(_ named: FileFormat, _ looks: FileFormat) -> FileFormat {
    switch (named, looks) {
    // Dumps of JSON Lines are often called .json, dumps of anything .txt.
    case (.json, .jsonl): .jsonl
    case (.text, .json), (.text, .jsonl), (.text, .html), (.text, .markdown), (.text, .wire),
      (.text, .sgml):
      looks
    // Announced as something that its first bytes cannot be.
    case (.mail, _), (.mbox, _), (.mhtml, _), (.warc, _), (.pdf, _), (.rtf, _), (.docx, _),
      (.epub, _), (.odt, _):
      looks
    default: named
    }
  }
}
