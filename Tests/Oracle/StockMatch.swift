import IndexDefinition
import QueryLanguage
import Tokenizing

/// Queries in the language of FTS5's MATCH.
enum StockMatch {
  /// Nil for a query that MATCH cannot say: all but one phrase, NEAR or prefix.
  static func text(of query: Query) -> String? {
    switch query {
    case .within(let field, let part):
      expression(part).map { "{\(field == .title ? "title" : body(part))} : \($0)" }
    default: expression(query).map { "{title \(body(query))} : \($0)" }
    }
  }

  /// A word may be one that a line's end broke; those stand beside no others.
  private static func body(_ query: Query) -> String {
    let text: String =
      switch query {
      case .term(let term): term.text
      case .phrase(let phrase): phrase.text
      default: ""
      }
    return Tokenizer().terms(in: text).count == 1 ? "body joined" : "body"
  }

  private static func expression(_ query: Query) -> String? {
    switch query {
    case .term(let term) where term.form == .prefix: phrase(term.text, isPrefix: true)
    case .phrase(let phrase) where phrase.slop == nil:
      self.phrase(phrase.text, isPrefix: phrase.lastIsPrefix)
    case .phrase(let phrase): near(phrase)
    default: nil
    }
  }

  private static func phrase(_ text: String, isPrefix: Bool) -> String? {
    let words = Tokenizer().terms(in: text)
    return words.isEmpty ? nil : "\"\(words.joined(separator: " "))\"" + (isPrefix ? " *" : "")
  }

  /// FTS5 has no NEAR that is too narrow for its words to fit.
  private static func near(_ phrase: Phrase) -> String? {
    let words = Tokenizer().terms(in: phrase.text)
    guard let slop = phrase.slop, words.count > 1, slop + 2 >= words.count else { return nil }
    let quoted = words.map { "\"\($0)\"" }.joined(separator: " ")
    return "NEAR(\(quoted)\(phrase.lastIsPrefix ? " *" : ""), \(slop))"
  }
}
