import CLateLibraries

/// Parses XML with libxml2 into the tree that pages use, names in lower case, prefixes kept.
///
/// Lenient, as feeds need: what follows an error is kept where libxml2 can go on. No entities are
/// fetched or expanded beyond XML's own.
enum XMLParser {
  /// The root element; nil when there is none.
  static func parse(_ text: String) -> HTMLElement? {
    let builder = MarkupTreeBuilder()
    guard let library = late_xml_functions() else { return nil }
    MarkupParser.xml(library.pointee).parse(text, to: builder)
    return builder.root.elements.first { _ in true }
  }
}
