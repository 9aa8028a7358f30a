import CLibXML2

/// Parses a page with libxml2, through its SAX interface.
///
/// libxml2 knows HTML 4: the names of HTML 5 are unknown to it and nest as written, which does for
/// articles. Its tree is not used, since that refuses pages nested deeper than 256 elements.
enum HTMLParser {
  /// The root, `html`; what the page has outside of it is inside it here.
  static func parse(_ text: String) -> HTMLElement {
    let builder = MarkupTreeBuilder()
    guard let context = htmlNewParserCtxt() else { return builder.root }
    defer { htmlFreeParserCtxt(context) }
    MarkupTreeBuilder.install(in: context.pointee.sax)
    context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
    // libxml2 takes a NUL for the end of the page.
    var page = text.utf8.contains(0) ? String(text.filter { $0 != "\0" }) : text
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
    withExtendedLifetime(builder) {
      page.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { bytes in
          _ = htmlCtxtReadMemory(
            context, bytes.baseAddress, Int32(clamping: bytes.count), nil, "UTF-8",
            Int32(options))
        }
      }
    }
    return builder.root
  }
}
