/// Letters as names are compared: lower case, without diacritics, hyphens, apostrophes or dots.
///
/// `Żelensky-Müller` becomes `zelenskymuller`. Scripts other than Latin keep their letters, lower-cased.
enum NameFolding {
  /// Appends the folded letters of `text[range]`.
  static func fold(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into letters: inout [UInt8]
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = text[at]
      if byte < 0x80 {
        if isASCIILetter(byte) { letters.append(byte | 0x20) }
        if isDigit(byte) { letters.append(byte) }
        at += 1
      } else {
        let (value, width) = scalar(text, at)
        append(value, to: &letters)
        at += width
      }
    }
  }

  private static func append(_ value: UInt32, to letters: inout [UInt8]) {
    if let letter = plainLetter(value) {
      letters.append(letter)
    } else if !(0x300...0x36F).contains(value), letterKind(of: value) != .none,
      let scalar = Unicode.Scalar(value)
    {
      letters.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }

  /// The letter under the diacritics of a Latin one; of a ligature the first (æ: a, ß: s).
  private static func plainLetter(_ value: UInt32) -> UInt8? {
    switch value {
    case 0xD7, 0xF7: nil
    case 0xC0...0x17F: latin[Int(value - 0xC0)]
    case 0x18F, 0x259: UInt8(ascii: "a")
    case 0x1A0, 0x1A1: UInt8(ascii: "o")
    case 0x1AF, 0x1B0: UInt8(ascii: "u")
    case 0x218, 0x219: UInt8(ascii: "s")
    case 0x21A, 0x21B: UInt8(ascii: "t")
    case 0x1EA0...0x1EB7: UInt8(ascii: "a")
    case 0x1EB8...0x1EC7: UInt8(ascii: "e")
    case 0x1EC8...0x1ECB: UInt8(ascii: "i")
    case 0x1ECC...0x1EE3: UInt8(ascii: "o")
    case 0x1EE4...0x1EF1: UInt8(ascii: "u")
    case 0x1EF2...0x1EF9: UInt8(ascii: "y")
    default: nil
    }
  }

  /// U+00C0 to U+017F.
  private static let latin = Array(
    ("aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkk"
      + "llllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
