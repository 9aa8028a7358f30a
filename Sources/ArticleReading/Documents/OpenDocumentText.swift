/// The text of a part of an OpenDocument text (ODF 1.3, part 3).
final class OpenDocumentText: MarkupVisitor {
  private(set) var text = DocumentText()
  /// The first heading that is called a title.
  private(set) var title: String?
  private var paragraphs = 0
  private var skipped = 0
  private var paragraphStart = 0
  private var isTitle = false

  func start(_ name: String, _ attributes: MarkupAttributes) {
    switch name {
    case "text:p", "text:h":
      if paragraphs == 0 { paragraphStart = text.bytes.count }
      isTitle = attributes["text:style-name"] == "Title"
      paragraphs += 1
    case "text:s": addSpaces(attributes["text:c"])
    case "text:tab": if skipped == 0 { text.append("\t" as Unicode.Scalar) }
    case "text:line-break": text.endLine()
    case "table:table": text.startTable()
    case "text:note": text.space()
    default: if Self.unread.contains(name) { skipped += 1 }
    }
  }

  func end(_ name: String) {
    switch name {
    case "text:p", "text:h": endParagraph()
    case "table:table-cell": text.endCell()
    case "table:table-row": text.endRow()
    case "table:table": text.endTable()
    default: if Self.unread.contains(name) { skipped = max(0, skipped - 1) }
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard paragraphs > 0, skipped == 0 else { return }
    text.append(bytes)
  }

  private func addSpaces(_ count: String?) {
    guard skipped == 0 else { return }
    for _ in 0..<min(count.flatMap { Int($0) } ?? 1, 100) { text.space() }
  }

  private func endParagraph() {
    paragraphs = max(0, paragraphs - 1)
    if isTitle, title == nil, text.bytes.count > paragraphStart {
      let words = String(decoding: text.bytes[paragraphStart...], as: UTF8.self)
      title = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    text.endParagraph()
  }

  /// What was deleted, and marks that are no text.
  private static let unread: Set<String> = [
    "text:tracked-changes", "text:note-citation", "office:binary-data", "svg:desc", "svg:title",
    "office:settings", "office:scripts",
  ]
}
