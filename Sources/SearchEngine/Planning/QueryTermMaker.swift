internal import QueryLanguage
internal import Tokenizing

/// Makes the query terms of a plan from words and phrases; equal ones are made once.
struct QueryTermMaker {
  let vocabulary: Vocabulary
  let tokenizer: Tokenizer
  let synonyms: SynonymTable
  /// Nil where a compound is searched as one word alone.
  let compounds: CompoundSplitter?
  private(set) var queryTerms: [QueryTerm] = []
  /// The words of the query that stand for many.
  private(set) var open: OpenWords
  /// Which synonyms were searched.
  var notes: [String] = []
  private var numberByKey: [Key: Int] = [:]

  /// Words that may stand between the parts of a compound: *Hafen an der See*.
  private static let compoundSlop = 4

  /// Words with one stem are one query term, whatever their forms.
  private enum Key: Hashable {
    case stem(String, FieldSet)
    case variants([QueryTerm.Variant], FieldSet)
  }

  init(
    vocabulary: Vocabulary, tokenizer: Tokenizer, synonyms: SynonymTable,
    compounds: CompoundSplitter? = nil
  ) {
    self.vocabulary = vocabulary
    self.tokenizer = tokenizer
    self.synonyms = synonyms
    self.compounds = compounds
    open = OpenWords(vocabulary: vocabulary, tokenizer: tokenizer)
  }

  /// The number of the query term for a phrase; nil for one without letters.
  mutating func queryTerm(for phrase: Phrase, in fields: FieldSet) throws -> Int? {
    let terms = tokenizer.terms(in: phrase.text)
    guard let last = terms.last else { return nil }
    if let pairs = Bigrams.text(of: phrase.text)?.split(separator: " ").map(String.init) {
      return try bigramQueryTerm(pairs, text: phrase.text)
    }
    guard phrase.lastIsPrefix else {
      let variant = QueryTerm.Variant(terms.map { [$0] }, slop: phrase.slop, isTyped: true)
      return queryTerm([variant], in: fields, text: phrase.text)
    }
    guard terms.count > 1 else {
      let words = try open.expansions(of: last).map { QueryTerm.Variant([[$0]], isTyped: true) }
      return queryTerm(words, in: fields, text: phrase.text)
    }
    let first = terms.dropLast().map { [$0] }
    let variants = try open.lastWords(last, isNear: phrase.slop != nil)
      .map { QueryTerm.Variant(first + [$0], slop: phrase.slop, isTyped: true) }
    return queryTerm(variants, in: fields, text: phrase.text)
  }

  /// The number of the query term for a word cut into terms, at least one.
  mutating func queryTerm(
    for word: QueryWord, _ term: Term, in fields: FieldSet
  ) throws -> Int {
    if term.form.isOpen, !open.take(term) {
      return queryTerm(Self.variants(of: word, .exact), in: fields, text: term.text)
    }
    if let pairs = word.bigrams { return try bigramQueryTerm(pairs, text: term.text) }
    switch term.form {
    case .stemmed where word.terms.count == 1:
      return try stemQueryTerm(word, in: fields, text: term.text)
    case .stemmed:
      let variants =
        try Self.variants(of: word, .stemmed) + synonymVariants(of: word.terms, term.text)
      return queryTerm(variants, in: fields, text: term.text)
    case .exact: return queryTerm(Self.variants(of: word, .exact), in: fields, text: term.text)
    case .prefix: return try prefixQueryTerm(word.terms, in: fields, text: term.text + "*")
    case .suffix, .infix, .fuzzy, .pattern:
      let (pattern, terms) = try open.matches(of: term, word.terms)
      let variants = terms.map { QueryTerm.Variant([[$0]], isTyped: $0 == pattern.core) }
      return queryTerm(variants, in: fields, text: pattern.text)
    }
  }

  /// The number of the query term for a pair of characters.
  mutating func queryTerm(forPair pair: String) throws -> Int {
    try bigramQueryTerm([pair], text: pair)
  }

  mutating func queryTerm(
    _ variants: [QueryTerm.Variant], in fields: FieldSet, text: String
  ) -> Int {
    let key = Key.variants(variants, fields)
    if let known = numberByKey[key] { return known }
    numberByKey[key] = queryTerms.count
    queryTerms.append(QueryTerm(variants: variants, fields: fields, text: text))
    return queryTerms.count - 1
  }

  /// The typed form, then the terms of its stem; a second form typed of a known stem joins it.
  private mutating func stemQueryTerm(
    _ word: QueryWord, in fields: FieldSet, text: String
  ) throws -> Int {
    let typed = Self.variants(of: word, .stemmed)
    let stem = vocabulary.stem(word.terms[0])
    let key = Key.stem(stem, fields)
    if let known = numberByKey[key] {
      queryTerms[known].type(typed)
      return known
    }
    let forms = try vocabulary.forms(ofStem: stem).map { QueryTerm.Variant([[$0]], isTyped: false) }
    var queryTerm = QueryTerm(variants: forms, fields: fields, text: text)
    queryTerm.type(typed)
    queryTerm.type(try synonymVariants(of: word.terms, text))
    queryTerm.type(try compoundVariants(of: word.terms[0]))
    numberByKey[key] = queryTerms.count
    queryTerms.append(queryTerm)
    return queryTerms.count - 1
  }

  /// The parts of a compound, near each other in any order; they count like a form that was not typed.
  private func compoundVariants(of term: String) throws -> [QueryTerm.Variant] {
    guard let parts = try compounds?.parts(of: term) else { return [] }
    return [.init([parts.first, parts.second], slop: Self.compoundSlop, isTyped: false)]
  }

  private mutating func prefixQueryTerm(
    _ terms: [String], in fields: FieldSet, text: String
  ) throws -> Int {
    guard terms.count == 1, let last = terms.last else {
      let phrase = Phrase(terms.joined(separator: " "), lastIsPrefix: true)
      return try queryTerm(for: phrase, in: fields) ?? queryTerm([], in: fields, text: text)
    }
    let expansions = try open.expansions(of: last)
    return queryTerm(expansions.map { .init([[$0]], isTyped: $0 == last) }, in: fields, text: text)
  }

  /// Characters written without spaces are the phrase of their pairs; one alone is a prefix.
  private mutating func bigramQueryTerm(_ pairs: [String], text: String) throws -> Int {
    guard pairs.count == 1, pairs[0].unicodeScalars.count == 1 else {
      return queryTerm(
        [.init(pairs.map { [$0] }, isTyped: true)], in: .bigrams, text: text)
    }
    let terms = try open.expansions(of: pairs[0])
    return queryTerm(terms.map { .init([[$0]], isTyped: true) }, in: .bigrams, text: text)
  }

  /// The word as typed, its other spelling as an acronym, and ß for ss and back.
  private static func variants(of word: QueryWord, _ form: Term.Form) -> [QueryTerm.Variant] {
    var variants = [QueryTerm.Variant(word.terms.map { [$0] }, isTyped: true)]
    guard form == .stemmed else { return variants }
    if !word.acronym.isEmpty {
      variants.append(.init(word.acronym.map { [$0] }, isTyped: false))
    }
    for (one, other) in [("ß", "ss"), ("ss", "ß")] where word.terms[0].contains(one) {
      let spelt = word.terms.map {
        [
          $0.split(separator: one, omittingEmptySubsequences: false)
            .joined(separator: other)
        ]
      }
      variants.append(.init(spelt, isTyped: true))
    }
    return variants
  }
}

extension QueryTerm {
  /// Marks variants as typed, adding those that are not there yet.
  fileprivate mutating func type(_ typed: [Variant]) {
    for variant in typed {
      if let at = variants.firstIndex(where: { $0.slots == variant.slots }) {
        variants[at].isTyped = variants[at].isTyped || variant.isTyped
      } else {
        variants.append(variant)
      }
    }
  }
}
