internal import OperatingSystem

/// Words too frequent to tell articles apart; ranking discounts them, it does not drop them.
package enum StopWords {
  /// ISO 639-1 codes that have a list.
  package static var languages: [String] {
    (Array(StopWordLists.terms.keys) + Array(SmallWordLists.terms.keys)).sorted()
  }

  /// The stop words of a language as folded terms; empty for a language without a list.
  package static func terms(language: String) -> Set<String> {
    cut.withLock { known in
      if let terms = known[language] { return terms }
      guard let list = StopWordLists.terms[language] ?? SmallWordLists.terms[language] else {
        return []
      }
      let terms = Set(list.description.split(whereSeparator: \.isWhitespace).map(String.init))
      known[language] = terms
      return terms
    }
  }

  /// Those of all languages: words of an article in another language than most.
  package static var inAnyLanguage: Set<String> {
    languages.reduce(into: []) { $0.formUnion(terms(language: $1)) }
  }

  /// The lists already cut into terms: every query needs one.
  private static let cut = Guarded<[String: Set<String>]>([:])
}
