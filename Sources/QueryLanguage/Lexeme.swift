/// A piece of a query string, as ``QueryLexer`` cuts it.
enum Lexeme: Equatable {
  /// As typed, marks included; operators too.
  case word(String)
  /// The text between quotation marks, white space at its ends removed, with the `~slop` and `*`
  /// that follow.
  case quoted(String, slop: Int?, isPrefix: Bool)
  /// A known name, its colon, and something right after it.
  case field(QueryField)
  /// `-` before something.
  case minus
  /// `=` before something.
  case exact
  case open
  case close
  /// `NEAR` with its bracket.
  case openNear
}

extension Lexeme {
  /// Words besides operators from which on capitals are a headline's.
  private static let fewestShouted = 5

  /// Whether a query with operators is so long, and all its letters so large, that these are words:
  /// `PEACE TALKS AND TRADE DISCUSSED IN GENEVA`, not `NATO OR UN`.
  ///
  /// Words of a script without capitals count, and say nothing of the case.
  static func isShouted(_ lexemes: [Lexeme]) -> Bool {
    guard lexemes.contains(where: \.isOperator) else { return false }
    let words = lexemes.filter { !$0.isOperator }.flatMap(\.words)
    let letters = words.joined().unicodeScalars
    return words.count >= fewestShouted
      && letters.contains(where: \.properties.isUppercase)
      && !letters.contains(where: \.properties.isLowercase)
  }

  var isOperator: Bool {
    guard case .word(let word) = self else { return false }
    return ["AND", "OR", "NOT"].contains(word) || LexemeReader.slop(ofOperator: word) != nil
  }

  private var words: [Substring] {
    switch self {
    case .word(let word): [word[...]]
    case .quoted(let text, _, _): text.split(whereSeparator: \.isWhitespace)
    case .field, .minus, .exact, .open, .close, .openNear: []
    }
  }

  /// An operator as a word.
  var withoutOperator: Lexeme {
    guard isOperator, case .word(let word) = self else { return self }
    return .word(word.lowercased())
  }
}
