extension Phrase {
  /// The phrase of a text as typed, a star at its end read as a mark; nil when no letter or digit
  /// is left to search for.
  init?(typed: String, slop: Int?, isPrefix: Bool) {
    var text = Array(typed.unicodeScalars).drop(while: QueryLexer.isSpace)
    var isPrefix = isPrefix
    while let last = text.last, last == "*" || QueryLexer.isSpace(last) {
      isPrefix = isPrefix || last == "*"
      text = text.dropLast()
    }
    guard text.contains(where: Term.isSearchable) else { return nil }
    self.init(QueryLexer.text(text), slop: slop, lastIsPrefix: isPrefix)
  }

  /// The words of two clauses near each other; nil when one of them is neither word nor phrase.
  init?(_ left: Query, near right: Query, slop: Int) {
    guard let first = Self(nearOperand: left), let last = Self(nearOperand: right),
      !first.lastIsPrefix
    else { return nil }
    self.init(first.text + " " + last.text, slop: slop, lastIsPrefix: last.lastIsPrefix)
  }

  private init?(nearOperand query: Query) {
    switch query {
    case .term(let term) where [.stemmed, .exact, .prefix].contains(term.form):
      self.init(term.text, lastIsPrefix: term.form == .prefix)
    case .phrase(let phrase):
      self = phrase
    default:
      return nil
    }
  }
}
