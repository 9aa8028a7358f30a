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

  /// The text of bytes in this encoding; nil when iconv does not know it or they are not in it.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    for name in EncodingNames.spellings(of: name) {
      if Self.latin.contains(name) { return DecodedText.windows1252(bytes) }
      let library = late_iconv_functions()
      if let text = library.flatMap({ Self.decode(bytes, name, $0.pointee) }) { return text }
    }
    return nil
  }

  /// Browsers read these as windows-1252, and so they are written.
  private static let latin: Set = [
    "iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252",
  ]

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: String, _ library: late_iconv
  ) -> String? {
    guard let converter = library.iconv_open("UTF-8", name),
      converter != UnsafeMutableRawPointer(bitPattern: -1)
    else { return nil }
    defer { _ = library.iconv_close(converter) }
    // It reads only, whatever its type says.
    var input = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(
      to: CChar.self)
    var left = bytes.count
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    let room = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 64 << 10)
    defer { room.deallocate() }
    while left > 0 {
      let before = left
      var output = room.baseAddress
      var outputLeft = room.count
      _ = library.iconv(converter, &input, &left, &output, &outputLeft)
      text += UnsafeRawBufferPointer(
        rebasing: UnsafeRawBufferPointer(room)[..<(room.count - outputLeft)])
      guard left == before else { continue }
      // No step further: a character cut at the end, or bytes that are not of this encoding.
      guard left < 8, left < bytes.count else { return nil }
      text += "\u{fffd}".utf8
      break
    }
    return String(decoding: text, as: UTF8.self)
  }
}
