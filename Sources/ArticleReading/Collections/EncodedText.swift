internal import IndexDefinition

/// A text in TEI (P4, P5): title, author, publisher and date of its header, and the text without
/// notes of the editors.
struct EncodedText: ContentReader {
  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    guard let library = content.libraries.xml()?.pointee else {
      return try receive(content.failure(.xmlIsMissing))
    }
    guard let bytes = try content.flatDocument("a text", receive) else { return }
    let text = EncodedTextVisitor()
    MarkupEvents.read(xml: bytes, library, to: text)
    for event in text.draft.events(file: content.file, place: nil, advice: "; it holds no text") {
      try receive(event.dated(by: content.file))
    }
  }
}

private final class EncodedTextVisitor: MarkupVisitor {
  private var fields: [ArticleField: String] = [:]
  private var body = DocumentText()
  private var isInHeader = false
  private var field: ArticleField?
  private var current = ""
  private var open: [String] = []
  /// Open elements whose text is left out.
  private var hidden = 0

  func start(_ name: String, _ attributes: MarkupAttributes) {
    open.append(name)
    if name == "teiHeader" { isInHeader = true }
    if isInHeader { return startField(name, attributes) }
    if hidden > 0 || isHidden(name) { hidden += 1 }
    if Self.blocks.contains(name) { body.endParagraph() }
    guard Self.breaks.contains(name) else { return }
    // A word goes on behind it.
    if attributes["break"] == "no" { body.joinWord() } else { body.endWord() }
  }

  /// What stands at a page's margin, was struck out, or is said again in better words beside it.
  private func isHidden(_ name: String) -> Bool {
    name == "fw" || name == "del"
      || ["sic", "orig", "abbr"].contains(name) && open.dropLast().last == "choice"
  }

  private func startField(_ name: String, _ attributes: MarkupAttributes) {
    guard let wanted = Self.fields[name], fields[wanted] == nil else { return }
    // A file's own title stands before that of what it was made from; its date behind.
    if wanted == .date {
      let isOfSource = open.contains("sourceDesc") || open.contains("publicationStmt")
      guard isOfSource, !open.contains("revisionDesc") else { return }
      if let when = attributes["when"] ?? attributes["value"] { return fields[.date] = when }
    }
    (field, current) = (wanted, "")
  }

  func end(_ name: String) {
    _ = open.popLast()
    if name == "teiHeader" { isInHeader = false }
    hidden = max(0, hidden - 1)
    if isInHeader, let field, Self.fields[name] == field {
      let words = current.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !words.isEmpty { fields[field] = words }
      self.field = nil
    } else if Self.blocks.contains(name) {
      body.endParagraph()
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    if isInHeader {
      if field != nil { current += text }
      return
    }
    if hidden > 0 { return }
    let words = text.split(whereSeparator: \.isWhitespace)
    if text.first?.isWhitespace == true { body.endWord() }
    body.append(words.joined(separator: " "))
    if text.last?.isWhitespace == true { body.endWord() }
  }

  var draft: ArticleDraft {
    var draft = ArticleDraft()
    draft.fields = fields
    return draft.with(text: body.text)
  }

  private static let fields: [String: ArticleField] = [
    "title": .title, "author": .byline, "date": .date, "publisher": .source,
  ]

  private static let blocks: Set<String> = [
    "p", "head", "div", "div1", "div2", "div3", "l", "lg", "item", "row", "ab", "byline",
    "dateline", "opener", "closer", "note", "table", "list", "quote", "sp", "speaker",
  ]
  /// Ends of lines, columns, pages, and cells.
  private static let breaks: Set<String> = ["lb", "cb", "pb", "cell"]
}
