/// Undoes what happens to UTF-8 that is taken for windows-1252: `â€™` is `’` again.
enum DoubleEncoding {
  /// The text as it was meant, where all of its letters are bytes of UTF-8; else as it is.
  static func undone(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = scalar.isASCII ? UInt8(scalar.value) : Self.bytes[scalar] else {
        return text
      }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  /// Each letter beyond ASCII of windows-1252.
  private static let bytes: [Unicode.Scalar: UInt8] = {
    let high = Array(UInt8(0x80)...0xff)
    let letters = high.withUnsafeBufferPointer { DecodedText.windows1252($0) }
    return Dictionary(zip(letters.unicodeScalars, high)) { first, _ in first }
  }()
}
