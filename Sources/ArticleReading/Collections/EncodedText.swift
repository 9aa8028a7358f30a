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
  /// Set in the text where a word has its note, read behind it.
  private var notes = DocumentText()
  private var openNotes = 0
  private var isInHeader = false
  private var field: ArticleField?
  private var current = ""
  private var open = OpenElements()
  /// Open elements whose text is left out.
  private var hidden = 0

  func start(_ name: String, _ attributes: MarkupAttributes) {
    open.push(name)
    if name == "teiHeader" { isInHeader = true }
    if isInHeader { return startField(name, attributes) }
    if hidden > 0 || isHidden(name) { hidden += 1 }
    if name == "note" { openNotes += 1 }
    if name == "table" { with { $0.startTable() } }
    if isBlock(name) { with { $0.endParagraph() } }
    guard Self.breaks.contains(name) else { return }
    // A word goes on behind it.
    with { attributes["break"] == "no" ? $0.joinWord() : $0.endWord() }
  }

  /// A quotation inside of a paragraph is a part of it.
  private func isBlock(_ name: String) -> Bool {
    Self.blocks.contains(name) && !(name == "quote" && open.contains("p"))
  }

  private func with(_ change: (inout DocumentText) -> Void) {
    if openNotes > 0 { change(&notes) } else { change(&body) }
  }

  /// What stands at a page's margin, was struck out, or is said again in better words beside it.
  private func isHidden(_ name: String) -> Bool {
    name == "fw" || name == "del"
      || ["sic", "orig", "abbr"].contains(name) && open.parent == "choice"
  }

  private func startField(_ name: String, _ attributes: MarkupAttributes) {
    guard let wanted = Self.fields[name], fields[wanted] == nil || isWriter(name) else { return }
    // A file's own title stands before that of what it was made from; its date behind.
    if wanted == .date {
      let isOfSource = open.contains("sourceDesc") || open.contains("publicationStmt")
      guard isOfSource, !open.contains("revisionDesc") else { return }
      if let when = attributes["when"] ?? attributes["value"] { return fields[.date] = when }
    }
    (field, current) = (wanted, "")
  }

  /// Of the text itself, not of the book it was taken from.
  private func isWriter(_ name: String) -> Bool {
    name == "author" && open.contains("titleStmt") && !open.contains("sourceDesc")
  }

  func end(_ name: String) {
    open.pop()
    if name == "teiHeader" { isInHeader = false }
    hidden = max(0, hidden - 1)
    if isInHeader, let field, Self.fields[name] == field {
      let words = current.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !words.isEmpty, fields[field]?.append(", " + words) == nil { fields[field] = words }
      self.field = nil
    } else {
      endText(name)
    }
  }

  private func endText(_ name: String) {
    switch name {
    case "note":
      notes.endParagraph()
      openNotes = max(0, openNotes - 1)
    case "cell": with { $0.endCell() }
    case "row": with { $0.endRow() }
    case "table": with { $0.endTable() }
    default: if isBlock(name) { with { $0.endParagraph() } }
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
    with { part in
      if text.first?.isWhitespace == true { part.endWord() }
      part.append(words.joined(separator: " "))
      if text.last?.isWhitespace == true { part.endWord() }
    }
  }

  var draft: ArticleDraft {
    var draft = ArticleDraft()
    draft.fields = fields
    return draft.with(
      text: [body.text, notes.text].filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }

  private static let fields: [String: ArticleField] = [
    "title": .title, "author": .byline, "date": .date, "publisher": .source,
  ]

  private static let blocks: Set<String> = [
    "p", "head", "div", "div1", "div2", "div3", "l", "lg", "item", "ab", "byline",
    "dateline", "opener", "closer", "list", "quote", "sp", "speaker",
  ]
  /// Ends of lines, columns and pages.
  private static let breaks: Set<String> = ["lb", "cb", "pb"]
}

/// The names of the elements that are open, the innermost last.
private struct OpenElements {
  private var names: [String] = []
  /// How often each is open: a file may be deep.
  private var counts: [String: Int] = [:]

  /// Of the element around the innermost.
  var parent: String? { names.dropLast().last }

  func contains(_ name: String) -> Bool { counts[name, default: 0] > 0 }

  mutating func push(_ name: String) {
    names.append(name)
    counts[name, default: 0] += 1
  }

  mutating func pop() {
    if let name = names.popLast() { counts[name, default: 1] -= 1 }
  }
}
