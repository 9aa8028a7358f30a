/// Looks at the beginning of a text that cost what is looked at, not what the text is long: scalar by
/// scalar, since to tell characters apart costs ten times as much.
extension Substring {
  /// Behind white space.
  var droppingBlanks: Substring {
    unicodeScalars.firstIndex { !$0.isBlank }.map { self[$0...] } ?? self[endIndex...]
  }

  /// The scalars of the first so many bytes: an index inside of a scalar is rounded down to its first byte.
  func first(bytes count: Int) -> Substring {
    let end = utf8.index(startIndex, offsetBy: count, limitedBy: endIndex) ?? endIndex
    return self[..<end]
  }

  /// Up to the first white space.
  var firstWord: Substring { Substring(unicodeScalars.prefix { !$0.isBlank }) }

  /// Up to the first line end; no further than so many bytes where none is met before.
  func firstLine(within count: Int) -> Substring {
    Substring(first(bytes: count).unicodeScalars.prefix { !$0.endsLine })
  }

  /// Whether white space holds two ends of lines, of which a carriage return with its line feed is one.
  var holdsEmptyLine: Bool {
    var (ends, last) = (0, Unicode.Scalar(0x20) as Unicode.Scalar)
    for scalar in unicodeScalars {
      if scalar.endsLine, !(last == "\r" && scalar == "\n") { ends += 1 }
      if ends == 2 { return true }
      last = scalar
    }
    return false
  }
}

extension Unicode.Scalar {
  /// White space, by Unicode's property.
  var isBlank: Bool {
    value < 0x80 ? value == 0x20 || 0x09...0x0d ~= value : properties.isWhitespace
  }

  /// One of Unicode's ends of lines and paragraphs.
  var endsLine: Bool {
    0x0a...0x0d ~= value || value == 0x85 || value == 0x2028 || value == 0x2029
  }
}
