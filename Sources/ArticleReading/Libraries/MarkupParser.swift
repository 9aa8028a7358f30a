import CLateLibraries

/// libxml2's two parsers, as one sequence of calls: make one, send its events to a builder, read a
/// text with it, free it.
struct MarkupParser {
  private let make: () -> UnsafeMutablePointer<late_xml_parser>?
  private let free: (UnsafeMutablePointer<late_xml_parser>) -> Void
  private let read:
    (
      UnsafeMutablePointer<late_xml_parser>, UnsafePointer<CChar>?, Int32, UnsafePointer<CChar>?,
      UnsafePointer<CChar>?, Int32
    ) -> OpaquePointer?

  static func html(_ library: late_xml) -> MarkupParser {
    MarkupParser(
      make: library.htmlNewParserCtxt, free: library.htmlFreeParserCtxt,
      read: library.htmlCtxtReadMemory)
  }

  static func xml(_ library: late_xml) -> MarkupParser {
    MarkupParser(
      make: library.xmlNewParserCtxt, free: library.xmlFreeParserCtxt,
      read: library.xmlCtxtReadMemory)
  }

  /// Reads on behind errors and tells nobody of them; fetches nothing.
  private static let options = Int32(
    late_xml_recover | late_xml_no_error | late_xml_no_warning | late_xml_no_net)

  /// What `text` is made of goes to `builder`.
  func parse(_ text: String, to builder: MarkupTreeBuilder) {
    guard let parser = make() else { return }
    defer { free(parser) }
    MarkupTreeBuilder.install(in: parser.pointee.sax)
    parser.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
    var text = text
    withExtendedLifetime(builder) {
      text.withUTF8 { bytes in
        assert(bytes.count <= Int32.max, "libxml2 reads no more than 2 GB at once")
        bytes.withMemoryRebound(to: CChar.self) { bytes in
          _ = read(
            parser, bytes.baseAddress, Int32(clamping: bytes.count), nil, "UTF-8", Self.options)
        }
      }
    }
  }
}
