/// The text of a part of a Word document (WordprocessingML, ECMA-376 part 1, section 17).
final class WordText: MarkupVisitor {
  private(set) var text = DocumentText()
  /// The first paragraph in a style of titles.
  private(set) var title: String?
  private var isInText = false
  /// Open elements whose content is no text of the document as it stands.
  private var skipped = 0
  private var isTitle = false
  private var paragraphStart = 0

  func start(_ name: String, _ attributes: MarkupAttributes) {
    switch name {
    case "w:t", "m:t": isInText = skipped == 0
    case "w:del", "w:moveFrom", "mc:Fallback", "w:instrText", "w:delText": skipped += 1
    case "w:tab", "w:ptab": if skipped == 0 { text.append("\t" as Unicode.Scalar) }
    case "w:br", "w:cr": text.endLine()
    case "w:noBreakHyphen": text.append("-" as Unicode.Scalar)
    case "w:tbl": text.startTable()
    case "w:p": (isTitle, paragraphStart) = (false, text.bytes.count)
    case "w:pStyle": isTitle = Self.isTitle(attributes["w:val"])
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "w:t", "m:t": isInText = false
    case "w:del", "w:moveFrom", "mc:Fallback", "w:instrText", "w:delText":
      skipped = max(0, skipped - 1)
    case "w:p": endParagraph()
    case "w:tc": text.endCell()
    case "w:tr": text.endRow()
    case "w:tbl": text.endTable()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInText, skipped == 0 { text.append(bytes) }
  }

  private func endParagraph() {
    if isTitle, title == nil, text.bytes.count > paragraphStart {
      let words = String(decoding: text.bytes[paragraphStart...], as: UTF8.self)
      title = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    text.endParagraph()
  }

  private static func isTitle(_ style: String?) -> Bool {
    guard let style = style?.lowercased() else { return false }
    return style == "title" || style == "headline"
  }
}
