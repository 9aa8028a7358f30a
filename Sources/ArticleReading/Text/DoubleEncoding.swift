/// Undoes what happens to UTF-8 that is taken for windows-1252: `â€™` is `’` again.
enum DoubleEncoding {
  /// The text as it was meant, where all of its letters are bytes of UTF-8; else as it is.
  static func undone(_ text: String) -> String {
    guard mayBeDouble(text) else { return text }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = scalar.isASCII ? UInt8(scalar.value) : Self.bytes[scalar] else {
        return text
      }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  /// True where the first letter beyond ASCII is one that the first byte of a letter becomes, U+00C2 to
  /// U+00F4, and another such letter follows: of most texts no more needs to be looked at.
  private static func mayBeDouble(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      let first = behindASCII(bytes)
      return first + 2 < bytes.count && bytes[first] == 0xc3 && bytes[first + 2] >= 0x80
    }
  }

  /// Where the first byte beyond ASCII is, eight looked at in one step; else the end.
  private static func behindASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var position = 0
    while position + 8 <= raw.count,
      raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      position += 8
    }
    while position < raw.count, raw[position] < 0x80 { position += 1 }
    return position
  }

  /// Each letter beyond ASCII of windows-1252.
  private static let bytes: [Unicode.Scalar: UInt8] = {
    let high = Array(UInt8(0x80)...0xff)
    let letters = high.withUnsafeBufferPointer { DecodedText.windows1252($0) }
    return Dictionary(zip(letters.unicodeScalars, high)) { first, _ in first }
  }()
}
