// By the standard library's own tables, which String compares by; they are not public yet, and have
// these names since Swift 5.9. Foundation's on Linux (`precomposedStringWithCanonicalMapping`) leaves
// Hangul apart and takes code points beyond U+FFFF for others.
@_spi(_Unicode) import Swift

extension String {
  /// The same text in Unicode's normalization form C; itself, at the cost of one look, when it is.
  package var inFormC: String {
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
