import CLateLibraries

/// A page's encoding as it declares it, for pages that are not UTF-8.
struct DeclaredEncoding {
  /// In lower case.
  let name: String

  init(name: String) { self.name = name }

  /// Looks for `charset=NAME` in `<meta>`, or `encoding="NAME"` in `<?xml`, in the first 4 KB.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(4096))
    let isXML = Self.ends("<?xml", head, at: 5)
    guard
      let start = Self.value(of: "charset", head)
        ?? (isXML ? Self.value(of: "encoding", head) : nil)
    else { return nil }
    let value = head[start...].drop { $0 == 0x20 || $0 == UInt8(ascii: "\"") || $0 == 0x27 }
    let name = value.prefix { byte in
      byte | 0x20 &- 97 < 26 || byte &- 48 < 10 || byte >= 0x80 || "-_:.".utf8.contains(byte)
    }
    guard !name.isEmpty else { return nil }
    self.name = String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Where the value begins behind the first `NAME=`.
  private static func value(of name: StaticString, _ head: UnsafeBufferPointer<UInt8>) -> Int? {
    head.indices.first { head[$0] == UInt8(ascii: "=") && ends(name, head, at: $0) }.map { $0 + 1 }
  }

  /// Whether a word stands before a place, the case of its letters aside.
  private static func ends(
    _ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, at end: Int
  ) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end >= count, end <= bytes.count else { return false }
    return word.withUTF8Buffer { word in
      (0..<count).allSatisfy { MarkupName.lower(bytes[end - count + $0]) == word[$0] }
    }
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
