/// What to say of a file that holds no article.
enum UnreadKind {
  /// - Parameter kind: with its article, `a PNG image`.
  static func message(_ kind: String, isText: Bool) -> String {
    "no article: \(kind); "
      + (isText
        ? "leave it out, or read it with --format text" : "convert it to text or leave it out")
  }
}

extension FileFormat {
  /// Read as text, whatever the bytes are.
  var isText: Bool {
    switch self {
    case .archive, .docx, .odt, .epub, .pdf: false
    default: true
    }
  }

  /// Files of this format are no text themselves.
  var isBinary: Bool { !isText }

  var kindName: String {
    switch self {
    case .docx: "a Word document"
    case .odt: "an OpenDocument text"
    case .epub: "an EPUB book"
    case .pdf: "a PDF document"
    default: "an archive"
    }
  }
}
