/// Words too frequent to tell articles apart; ranking discounts them, it does not drop them.
package enum StopWords {
  /// ISO 639-1 codes that have a list.
  package static var languages: [String] { StopWordLists.terms.keys.sorted() }

  /// The stop words of a language as folded terms; empty for a language without a list.
  package static func terms(language: String) -> Set<String> {
    guard let list = StopWordLists.terms[language] else { return [] }
    return Set(list.description.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
