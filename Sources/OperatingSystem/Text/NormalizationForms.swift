// By the standard library's own tables, which String compares by; they are not public yet, and have
// these names since Swift 5.9. Foundation's on Linux (`precomposedStringWithCanonicalMapping`) leaves
// Hangul apart and takes code points beyond U+FFFF for others.
@_spi(_Unicode) import Swift

extension String {
  /// The same text in Unicode's normalization form C; itself, at the cost of one look, when it is.
  package var inFormC: String {
    var copy = self
    if copy.withUTF8({ NormalizationLook.isSurelyFormC($0) }) { return self }
    if #available(macOS 26, *) {
      var span = utf8Span
      if span.checkForNFC(quickCheck: true) { return self }
    }
    return NormalizationLook.holdsLongRow(utf8) ? composedByParts : composed
  }

  private var composed: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: _nfc)
    return String(scalars)
  }

  /// As above, cut where more marks stand in a row than any writing has: the standard library sorts them in a
  /// time that grows with the square of their number.
  private var composedByParts: String {
    var (text, start, count) = ("", startIndex, 0)
    for index in unicodeScalars.indices {
      let isMark = unicodeScalars[index].properties.canonicalCombiningClass != .notReordered
      count = isMark ? count + 1 : 0
      guard count > NormalizationLook.longestRow else { continue }
      text += String(self[start..<index]).composed
      (start, count) = (index, 1)
    }
    return text + String(self[start...]).composed
  }

  /// The same text in Unicode's normalization form D: marks stand behind their letters.
  package var inFormD: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: _nfd)
    return String(scalars)
  }
}

/// A look at bytes that spares most texts the tables.
package enum NormalizationLook {
  /// True when all characters are such as are in form C whatever stands beside them.
  ///
  /// Those are the letters of Latin, Greek, Cyrillic, Chinese, Japanese and Korean, and the signs of General
  /// Punctuation and the blocks behind it, marks that combine left out. False says nothing.
  package static func isSurelyFormC(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    while position < utf8.count {
      // U+0300 is CC 80; no continuation byte is as large.
      if utf8[position] < 0xcc {
        position += 1
        continue
      }
      let length = stableLength(utf8, at: position)
      if length == 0 { return false }
      position += length
    }
    return true
  }

  /// Marks; Unicode's "stream-safe" text has 30 (UAX #15, 13).
  fileprivate static let longestRow = 64

  /// True where more bytes than such a row has stand together without one of ASCII.
  fileprivate static func holdsLongRow(_ utf8: String.UTF8View) -> Bool {
    var count = 0
    for byte in utf8 {
      count = byte < 0x80 ? 0 : count + 1
      if count > 2 * longestRow { return true }
    }
    return false
  }

  /// The bytes of a stable character at `position`, 0 where it may be none.
  private static func stableLength(_ utf8: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let length = utf8[position] < 0xe0 ? 2 : 3
    guard position + length <= utf8.count else { return 0 }
    let (second, third) = (utf8[position + 1], length == 3 ? utf8[position + 2] : 0)
    let isStable =
      switch (utf8[position], second) {
      // U+0387 is another's; U+0483 on are marks.
      case (0xce, _): second >= 0x88
      case (0xcf, _), (0xd0, _), (0xd1, _): true
      case (0xe2, 0x80): third >= 0x82
      // Without U+20D0 on, U+2126, U+212A, U+212B, U+2329, U+232A, U+2ADC.
      case (0xe2, 0x81), (0xe2, 0x82), (0xe2, 0x85...0x8b), (0xe2, 0x8d...0xaa): true
      // Without U+302A to U+302F, U+3099, U+309A.
      case (0xe3, 0x80): third < 0xaa
      case (0xe3, 0x81), (0xe3, 0x83): true
      case (0xe3, 0x82): third != 0x99 && third != 0x9a
      case (0xe4...0xe9, _), (0xea, 0xb0...0xbf), (0xeb...0xec, _), (0xed, 0x80...0x9d): true
      default: false
      }
    return isStable ? length : 0
  }
}
