/// Parses XML into the tree that pages use, names in lower case, prefixes kept.
///
/// Lenient, as feeds need: what follows an error is kept. Nothing is fetched; entities stand for what
/// HTML or the file itself says, within bounds.
enum XMLParser {
  /// The root element; nil when there is none.
  static func parse(_ text: String) -> HTMLElement? {
    var text = text
    return text.withUTF8(parse)
  }

  /// As above, of UTF-8.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> HTMLElement? {
    let root = HTMLElement(tree: MarkupReader.read(bytes, isXML: true), number: 0)
    return root.elements.first { _ in true }
  }
}
