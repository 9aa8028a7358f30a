internal import QueryLanguage
internal import Tokenizing

/// The user's synonyms by the stems of the words that are asked for.
struct SynonymTable {
  /// What else is searched: as the file has it, and its terms.
  struct Alternative: Hashable {
    var text: String
    var terms: [String]
  }

  /// By stems with spaces between.
  private var alternatives: [String: [Alternative]] = [:]
  /// Words of the longest entry that has alternatives.
  private(set) var longest = 0
  private let stem: (String) -> String

  init(_ synonyms: Synonyms, stem: @escaping (String) -> String) {
    self.stem = stem
    let tokenizer = Tokenizer()
    for group in synonyms.groups {
      let others = group.alternatives.map { Alternative(text: $0, terms: tokenizer.terms(in: $0)) }
      for word in group.words { add(others, to: tokenizer.terms(in: word)) }
    }
  }

  private mutating func add(_ others: [Alternative], to terms: [String]) {
    let key = key(terms)
    let known = alternatives[key] ?? []
    alternatives[key] =
      known + others.filter { self.key($0.terms) != key && !known.contains($0) }
    longest = max(longest, terms.count)
  }

  /// Empty for words that the file does not have.
  func alternatives(to terms: [String]) -> [Alternative] {
    guard terms.count <= longest else { return [] }
    return alternatives[key(terms)] ?? []
  }

  private func key(_ terms: [String]) -> String {
    terms.map(stem).joined(separator: " ")
  }
}
