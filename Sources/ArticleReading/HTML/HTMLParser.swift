import CLateLibraries

/// Parses a page with libxml2, through its SAX interface.
///
/// libxml2 knows HTML 4: the names of HTML 5 are unknown to it and nest as written, which does for
/// articles. Its tree is not used, since that refuses pages nested deeper than 256 elements.
/// Whoever reads a file sees to it that libxml2 is there.
enum HTMLParser {
  /// The root, `html`; what the page has outside of it is inside it here.
  static func parse(_ text: String) -> HTMLElement {
    let builder = MarkupTreeBuilder()
    guard let library = late_xml_functions() else { return builder.root }
    // libxml2 takes a NUL for the end of the page.
    let page = text.utf8.contains(0) ? String(text.filter { $0 != "\0" }) : text
    MarkupParser.html(library.pointee).parse(page, to: builder)
    return builder.root
  }
}
