extension Term {
  /// The term of a word as typed, its `*` and `~` read as marks; nil when no letter or digit is
  /// left to search for.
  ///
  /// Marks are taken off until none is left, so that the text prints back unambiguously; a star
  /// outranks `~`, which outranks `=`.
  init?(word: String, isExact: Bool) {
    var rest = Array(word.unicodeScalars)[...]
    let hasStar = rest.contains("*")
    let start = rest.prefix { $0 == "*" }.count
    rest = rest.dropFirst(start)
    var (isPrefix, isFuzzy) = (false, false)
    while let (shorter, mark) = Self.withoutLastMark(rest, hasStar: hasStar) {
      rest = shorter
      isPrefix = isPrefix || mark == "*"
      isFuzzy = isFuzzy || mark == "~"
    }
    guard rest.contains(where: Self.isSearchable) else { return nil }
    self.init(QueryLexer.text(rest), isFuzzy ? .fuzzy : isExact ? .exact : .stemmed)
    if rest.contains("*") {
      self = Self.pattern(text, isSuffix: start > 0, isPrefix: isPrefix)
    } else if start > 0 {
      form = isPrefix ? .infix : .suffix
    } else if isPrefix {
      form = .prefix
    }
  }

  /// The term in the query language.
  var marked: String {
    switch form {
    case .stemmed, .pattern: text
    case .exact: "=" + text
    case .prefix: text + "*"
    case .suffix: "*" + text
    case .infix: "*" + text + "*"
    case .fuzzy: text + "~"
    }
  }

  /// The word without its last mark: a star, `~` and its digits, or (of words with a star, that
  /// `tal*,` be understood) a punctuation mark; nil when there is none.
  private static func withoutLastMark(_ word: ArraySlice<Unicode.Scalar>, hasStar: Bool)
    -> (ArraySlice<Unicode.Scalar>, mark: Unicode.Scalar)?
  {
    guard let last = word.last else { return nil }
    if last == "*" || hasStar && ".,;:!?".unicodeScalars.contains(last) {
      return (word.dropLast(), last)
    }
    var stem = word
    while let digit = stem.last, ("0"..."9").contains(digit) { stem = stem.dropLast() }
    guard stem.last == "~", !stem.dropLast().isEmpty else { return nil }
    return (stem.dropLast(), "~")
  }

  /// A term with stars inside, none twice in a row.
  private static func pattern(_ text: String, isSuffix: Bool, isPrefix: Bool) -> Term {
    let parts = text.split(separator: "*").joined(separator: "*")
    return Term((isSuffix ? "*" : "") + parts + (isPrefix ? "*" : ""), .pattern)
  }

  /// Letters and digits; beyond ASCII all but general punctuation: the tokenizer knows better.
  static func isSearchable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case ..<0xA1, 0x2000...0x206F: false
    default: true
    }
  }
}
