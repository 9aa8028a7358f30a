/// A text from bytes that should be UTF-8.
///
/// Where they are not, they are read as windows-1252, which gives every byte a character so that
/// nothing is lost, and of which ISO 8859-1 text is a part.
struct DecodedText {
  let text: String
  /// The first byte that is not UTF-8, when the text was read as windows-1252 for that reason.
  let badByte: Int?

  /// What to say where ``badByte`` is not nil.
  static let advice =
    "not valid UTF-8, read as windows-1252; convert it to be certain (iconv -f … -t UTF-8)"

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self.init(text: text, badByte: nil)
    } else {
      self.init(text: Self.windows1252(bytes), badByte: Self.firstInvalid(bytes))
    }
  }

  /// Reads a page: as it declares itself, when it is not UTF-8.
  init(page bytes: UnsafeBufferPointer<UInt8>) {
    let declared = DeclaredEncoding(bytes)
    let isUTF8 = declared?.isSevenBit != true && String(validating: bytes, as: UTF8.self) != nil
    if !isUTF8, let text = declared?.decode(bytes) {
      self.init(text: text, badByte: nil)
    } else {
      self.init(bytes)
    }
  }

  private init(text: String, badByte: Int?) {
    self.text = text
    self.badByte = badByte
  }

  /// The text of UTF-16 bytes behind a byte order mark.
  static func utf16(_ bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool) -> String {
    assert(bytes.count >= 2, "there is a mark in front of the text")
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return String(decoding: units, as: UTF16.self)
  }

  static func windows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let isSpecial = 0x80..<0xa0 ~= byte
      scalars.append(isSpecial ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(scalars)
  }

  /// The characters of bytes 0x80 to 0x9F, from the WHATWG Encoding Standard; five are controls.
  static let upper = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ".unicodeScalars)

  /// The first byte where repairing the text changes it.
  private static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    zip(bytes, String(decoding: bytes, as: UTF8.self).utf8).prefix { $0 == $1 }.count
  }
}
