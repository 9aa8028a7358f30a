import Foundation

extension String {
  /// The same text in Unicode's normalization form C; itself, at the cost of one look, when it is.
  var inFormC: String {
    if #available(macOS 26, *) {
      var span = utf8Span
      if span.checkForNFC(quickCheck: true) { return self }
    }
    return precomposedStringWithCanonicalMapping
  }
}
