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
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: _nfc)
    return String(scalars)
  }

  /// The same text in Unicode's normalization form D: marks stand behind their letters.
  package var inFormD: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: _nfd)
    return String(scalars)
  }
}

/// A look at bytes that spares most texts the tables.
enum NormalizationLook {
  /// True when all characters are such as are in form C whatever stands beside them.
  ///
  /// Those are all below U+0300 and General Punctuation from U+2002 on. False says nothing.
  static func isSurelyFormC(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    while position < utf8.count {
      // U+0300 is CC 80; no continuation byte is as large.
      if utf8[position] < 0xcc {
        position += 1
        continue
      }
      guard position + 2 < utf8.count, utf8[position] == 0xe2, utf8[position + 1] == 0x80,
        utf8[position + 2] >= 0x82
      else { return false }
      position += 3
    }
    return true
  }
}
