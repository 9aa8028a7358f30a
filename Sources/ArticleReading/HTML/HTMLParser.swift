/// Parses a page.
enum HTMLParser {
  /// The root, `html`; what the page has outside of it is inside it here.
  static func parse(_ text: String) -> HTMLElement {
    var text = text
    return text.withUTF8(parse)
  }

  /// As above, of UTF-8.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> HTMLElement {
    HTMLElement(tree: MarkupReader.read(bytes, isXML: false), number: 0)
  }
}
