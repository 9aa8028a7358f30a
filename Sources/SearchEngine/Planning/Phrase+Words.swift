internal import QueryLanguage
internal import Tokenizing

extension Phrase {
  /// Its words, each by itself; none where they are written without spaces.
  func words(_ tokenizer: Tokenizer) -> [Term] {
    guard Bigrams.text(of: text) == nil else { return [] }
    let terms = tokenizer.terms(in: text)
    return terms.enumerated().map { index, term in
      Term(term, lastIsPrefix && index == terms.count - 1 ? .prefix : .stemmed)
    }
  }

  /// Two or more bare words as one phrase; nil when anything else is among them.
  init?(ofTerms parts: [Query]) {
    var words: [String] = []
    for part in parts {
      guard case .term(let term) = part, term.form == .stemmed else { return nil }
      words.append(term.text)
    }
    guard words.count > 1 else { return nil }
    self.init(words.joined(separator: " "))
  }
}
