extension StringProtocol {
  /// The text without the code points at its start and end that are to be dropped.
  ///
  /// By code point, so that a blank goes even where a combining mark follows it.
  package func trimmed(where isDropped: (Unicode.Scalar) -> Bool) -> Substring {
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, isDropped(first) { scalars.removeFirst() }
    while let last = scalars.last, isDropped(last) { scalars.removeLast() }
    return Substring(scalars)
  }
}

extension Unicode.Scalar {
  /// True for the tab, all of category Zs, and the zero-width space: blanks within a line.
  package var isBlank: Bool {
    switch value {
    case 0x09, 0x20, 0xa0, 0x1680, 0x2000...0x200b, 0x202f, 0x205f, 0x3000: true
    default: false
    }
  }

  /// True for what ends a line: LF, VT, FF, CR, NEL, and Unicode's separators of lines and paragraphs.
  package var isLineBreak: Bool {
    switch value {
    case 0x0a...0x0d, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
