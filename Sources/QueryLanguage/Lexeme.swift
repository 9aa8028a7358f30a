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
