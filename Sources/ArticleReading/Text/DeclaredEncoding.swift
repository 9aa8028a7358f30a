import CLateLibraries

/// A page's encoding as it declares it, for pages that are not UTF-8.
struct DeclaredEncoding {
  /// In lower case.
  let name: String

  init(name: String) { self.name = name }

  /// Looks for `charset=NAME` in `<meta>`, or `encoding="NAME"` in `<?xml`, in the first 4 KB.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    let marks = ["charset", head.hasPrefix("<?xml") ? "encoding" : "charset"]
    guard let mark = marks.lazy.compactMap({ head.firstRange(of: $0 + "=") }).first else {
      return nil
    }
    let value = head[mark.upperBound...].drop { "\"' ".contains($0) }
    let name = value.prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
    guard !name.isEmpty else { return nil }
    self.name = String(name)
  }

  /// Escapes in 7 bits, which pass for UTF-8.
  var isSevenBit: Bool { name.hasPrefix("iso-2022-") || name.hasPrefix("hz") }

  /// The text of bytes in this encoding; nil when libxml2 does not know it or they are not in it.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    // Browsers read these as windows-1252, and so they are written.
    if ["iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"].contains(name) {
      return DecodedText.windows1252(bytes)
    }
    guard let library = late_xml_functions() else { return nil }
    return Self.decode(bytes, name, library.pointee)
  }

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: String, _ xml: late_xml
  ) -> String? {
    guard let start = bytes.baseAddress, let encoding = xml.xmlFindCharEncodingHandler(name) else {
      return nil
    }
    defer { _ = xml.xmlCharEncCloseFunc(encoding) }
    guard let input = xml.xmlBufferCreateSize(bytes.count + 1) else { return nil }
    defer { xml.xmlBufferFree(input) }
    guard let output = xml.xmlBufferCreate() else { return nil }
    defer { xml.xmlBufferFree(output) }
    assert(bytes.count < Int32.max, "libxml2 converts no more than 2 GB at once")
    _ = xml.xmlBufferAdd(input, start, Int32(clamping: bytes.count))
    while xml.xmlBufferLength(input) > 0 {
      guard xml.xmlCharEncInFunc(encoding, output, input) > 0 else { return nil }
    }
    let text = UnsafeBufferPointer(
      start: xml.xmlBufferContent(output), count: Int(xml.xmlBufferLength(output)))
    return String(decoding: text, as: UTF8.self)
  }
}
