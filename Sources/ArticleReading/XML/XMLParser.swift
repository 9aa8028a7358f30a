import CLibXML2

/// Parses XML with libxml2 into the tree that pages use, names in lower case, prefixes kept.
///
/// Lenient, as feeds need: what follows an error is kept where libxml2 can go on. No entities are
/// fetched or expanded beyond XML's own.
enum XMLParser {
  /// The root element; nil when there is none.
  static func parse(_ text: String) -> HTMLElement? {
    guard let context = xmlNewParserCtxt() else { return nil }
    defer { xmlFreeParserCtxt(context) }
    let builder = MarkupTreeBuilder()
    MarkupTreeBuilder.install(in: context.pointee.sax)
    context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NONET.rawValue
    var text = text
    withExtendedLifetime(builder) {
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { bytes in
          _ = xmlCtxtReadMemory(
            context, bytes.baseAddress, Int32(clamping: bytes.count), nil, "UTF-8",
            Int32(options))
        }
      }
    }
    return builder.root.elements.first { _ in true }
  }
}
