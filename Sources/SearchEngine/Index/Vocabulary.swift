internal import Tokenizing

/// The terms that the index holds, asked for by stem, prefix or pattern.
final class Vocabulary {
  /// Terms that a pattern may stand for; scans stop there.
  static let patternLimit = 1000

  /// Terms that all prefixes of a query may stand for: reading so many takes as long as some fifty common
  /// words do.
  var prefixLimit: Int { max(200_000, 4 * index.statistics.articles) }

  private let index: any IndexSource
  private let source: any PostingSource
  private let language: String
  private let stemmer: Stemmer?
  /// What was found for patterns, shared with whoever asks the same state.
  let patterns: PatternStore

  /// `language`: ISO 639-1, whose stems join words.
  init(
    _ index: any IndexSource, source: any PostingSource, patterns: PatternStore, language: String
  ) {
    self.index = index
    self.patterns = patterns
    self.source = source
    self.language = language
    stemmer = Stemmer(language: language)
  }

  func stem(_ term: String) -> String {
    stemmer?.stem(term) ?? term
  }

  /// The forms that share a stem: the stem itself as a word, and the terms stored under it.
  func forms(ofStem stem: String) throws -> [String] {
    guard stemmer != nil else { return [stem] }
    return try [stem] + index.terms(ofStem: stem, language: language)
  }

  /// The forms of a word that articles have; empty for a word that none has.
  func knownForms(of term: String) throws -> [String] {
    try forms(ofStem: stem(term)).filter { try has([$0]) }
  }

  /// Whether an article has the terms, one after the other.
  func has(_ terms: [String]) throws -> Bool {
    for term in terms where try source.postings(of: term, in: .everyRow) == nil { return false }
    let phrase = QueryTerm.Variant(terms.map { [$0] }, isTyped: true)
    return try terms.count < 2 || PhraseReader(source: source, variant: phrase).isMet(in: .text)
  }

  /// Whether an article meets a query term; of its fields, phrases alone are asked.
  func has(_ queryTerm: QueryTerm) throws -> Bool {
    try queryTerm.variants.contains { variant in
      if let term = variant.term { return try has([term]) }
      return try PhraseReader(source: source, variant: variant).isMet(in: queryTerm.fields)
    }
  }

  /// Whether a term begins so.
  func hasTerms(withPrefix prefix: String) throws -> Bool {
    var isFound = false
    try source.forEachTerm(from: prefix) { term in
      isFound = term.starts(with: prefix.utf8)
      return false
    }
    return isFound
  }

  /// The first terms that begin so in byte order, `limit` at most.
  func terms(withPrefix prefix: String, limit: Int) throws -> PatternStore.Found {
    var found = PatternStore.Found()
    try source.forEachTerm(from: prefix) { term in
      guard term.starts(with: prefix.utf8) else { return false }
      found.isCut = found.terms.count == limit
      if !found.isCut { found.terms.append(String(decoding: term, as: UTF8.self)) }
      return !found.isCut
    }
    return found
  }

  /// For each of several patterns the first terms in byte order that pass, found in one walk.
  func terms(where passes: [(UnsafeRawBufferPointer) -> Bool]) throws -> [PatternStore.Found] {
    var found = passes.map { _ in PatternStore.Found() }
    try source.forEachTerm(from: "") { term in
      var isWanted = false
      for pattern in passes.indices where !found[pattern].isCut {
        isWanted = true
        guard passes[pattern](term) else { continue }
        found[pattern].isCut = found[pattern].terms.count == Self.patternLimit
        if found[pattern].isCut { continue }
        found[pattern].terms.append(String(decoding: term, as: UTF8.self))
      }
      return isWanted
    }
    return found
  }
}
