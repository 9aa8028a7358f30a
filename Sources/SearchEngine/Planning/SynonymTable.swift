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

/// Several words of a query, side by side, that have synonyms as one.
struct SynonymRun {
  /// Words of the query.
  var count: Int
  /// As typed.
  var text: String
  var terms: [String]
}

extension QueryTermMaker {
  /// The longest run of two or more bare words at the beginning of `parts` that has synonyms.
  func synonymRun(in parts: ArraySlice<Query>) -> SynonymRun? {
    guard synonyms.longest > 1 else { return nil }
    let words = parts.prefix(synonyms.longest).map(\.bareWord).prefix { $0 != nil }
      .compactMap { $0 }
    for count in stride(from: words.count, to: 1, by: -1) {
      let text = words.prefix(count).joined(separator: " ")
      let terms = tokenizer.terms(in: text)
      if !synonyms.alternatives(to: terms).isEmpty {
        return SynonymRun(count: count, text: text, terms: terms)
      }
    }
    return nil
  }

  /// The query term of what a run's synonyms are.
  mutating func queryTerm(for run: SynonymRun, in fields: FieldSet) throws -> Int {
    queryTerm(
      try synonymVariants(of: run.terms, run.text), in: fields, text: "\(run.text), synonyms")
  }

  /// The synonyms of words as ways to meet a query term, in all their forms; they count like forms that
  /// were not typed.
  ///
  /// Says which they are.
  mutating func synonymVariants(of terms: [String], _ text: String) throws -> [QueryTerm.Variant] {
    let alternatives = synonyms.alternatives(to: terms)
    guard !alternatives.isEmpty else { return [] }
    let note = "\(text) stands also for \(alternatives.map(\.text).joined(separator: ", "))"
    if !notes.contains(note) { notes.append(note) }
    return try alternatives.flatMap { alternative in
      let slots = try alternative.terms.map { term in
        let forms = try vocabulary.forms(ofStem: vocabulary.stem(term))
        return forms.contains(term) ? forms : [term] + forms
      }
      guard slots.count == 1 else { return [QueryTerm.Variant(slots, isTyped: false)] }
      return slots[0].map { QueryTerm.Variant([[$0]], isTyped: false) }
    }
  }
}
