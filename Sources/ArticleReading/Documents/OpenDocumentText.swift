/// The text of a part of an OpenDocument text (ODF 1.3, part 3).
final class OpenDocumentText: MarkupVisitor {
  private var body = DocumentText()
  private var notes = DocumentText()
  /// Open notes and comments.
  private var openNotes = 0
  /// White space is one blank, none where a paragraph begins.
  private var isBehindBlank = true
  /// The first heading that is called a title.
  private(set) var title: String?
  private var paragraphs = 0
  private var skipped = 0
  private var paragraphStart = 0
  private var isTitle = false

  /// The text, and its notes behind it.
  var text: String {
    [body.text, notes.text].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  func start(_ name: String, _ attributes: MarkupAttributes) {
    switch name {
    case "text:p", "text:h":
      if paragraphs == 0 { paragraphStart = body.bytes.count }
      isBehindBlank = true
      isTitle = attributes["text:style-name"] == "Title"
      paragraphs += 1
    case "text:s": addSpaces(attributes["text:c"])
    case "text:tab": if skipped == 0 { with { $0.append("\t" as Unicode.Scalar) } }
    case "text:line-break": with { $0.endLine() }
    case "table:table": with { $0.startTable() }
    case "text:note", "office:annotation": openNotes += 1
    default: if Self.unread.contains(name) { skipped += 1 }
    }
  }

  func end(_ name: String) {
    switch name {
    case "text:p", "text:h": endParagraph()
    case "table:table-cell": with { $0.endCell() }
    case "table:table-row": with { $0.endRow() }
    case "table:table": with { $0.endTable() }
    case "text:note", "office:annotation": endNote()
    default: if Self.unread.contains(name) { skipped = max(0, skipped - 1) }
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard paragraphs > 0, skipped == 0 else { return }
    var start = 0
    for position in 0..<bytes.count {
      let isBlank = bytes[position] <= 0x20
      // A blank behind a letter stays as it is.
      if isBlank, isBehindBlank || bytes[position] != 0x20 {
        append(bytes, start..<position)
        if !isBehindBlank { with { $0.space() } }
        start = position + 1
      }
      isBehindBlank = isBlank
    }
    append(bytes, start..<bytes.count)
  }

  private func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    with { $0.append(UnsafeBufferPointer(rebasing: bytes[range])) }
  }

  /// Changes the text that is being read: the document's or its notes'.
  private func with(_ change: (inout DocumentText) -> Void) {
    if openNotes > 0 { change(&notes) } else { change(&body) }
  }

  private func endNote() {
    notes.endParagraph()
    openNotes = max(0, openNotes - 1)
  }

  private func addSpaces(_ count: String?) {
    guard skipped == 0 else { return }
    for _ in 0..<min(count.flatMap { Int($0) } ?? 1, 100) { with { $0.space() } }
    isBehindBlank = false
  }

  private func endParagraph() {
    paragraphs = max(0, paragraphs - 1)
    if isTitle, title == nil, body.bytes.count > paragraphStart {
      let words = String(decoding: body.bytes[paragraphStart...], as: UTF8.self)
      title = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    with { $0.endParagraph() }
  }

  /// What was deleted, and marks that are no text.
  private static let unread: Set<String> = [
    "text:tracked-changes", "text:note-citation", "office:binary-data", "svg:desc", "svg:title",
    "office:settings", "office:scripts", "text:page-number", "text:page-count", "dc:creator",
    "dc:date", "meta:creator-initials",
  ]
}
