internal import QueryLanguage
internal import Tokenizing

/// Turns a query tree into a plan: words into leaves, clauses into a tree of sets.
///
/// Stop words restrict and score nothing, unless there is nothing else, or they are marked exact
/// or stand in a phrase or under a `not`.
struct Planner {
  let vocabulary: Vocabulary
  let filters: FilterResolver
  let match: SearchRequest.MatchMode
  let stopWords: Set<String>
  private let tokenizer = Tokenizer()

  private var plan = QueryPlan()
  private var leafByKey: [LeafKey: Int] = [:]
  private var keepsStopWords = false
  private var isNegated = false
  private var droppedStopWords = false
  private var ordinal = 0
  private var position = 0

  /// Words with one stem are one leaf, whatever their forms.
  private enum LeafKey: Hashable {
    case stem(String, FieldSet)
    case variants([Leaf.Variant], FieldSet)
  }

  init(
    vocabulary: Vocabulary, filters: FilterResolver, match: SearchRequest.MatchMode,
    stopWords: Set<String>
  ) {
    self.vocabulary = vocabulary
    self.filters = filters
    self.match = match
    self.stopWords = stopWords
  }

  /// The plan of `query`; with its stop words when it has nothing else.
  func plan(_ query: Query) throws -> QueryPlan {
    var planner = self
    try planner.setRoot(query)
    if planner.plan.words.isEmpty, planner.droppedStopWords {
      planner = self
      planner.keepsStopWords = true
      try planner.setRoot(query)
    }
    return planner.plan
  }

  private mutating func setRoot(_ query: Query) throws {
    let root = try node(query, in: .text)
    plan.root = root ?? (query == .all ? .everything : .nothing)
    try setPhraseFirst(query)
  }

  /// Nil for a clause that restricts nothing.
  private mutating func node(_ query: Query, in fields: FieldSet) throws -> Plan? {
    switch query {
    case .all: .everything
    case .term(let term): try word(term, in: fields)
    case .phrase(let phrase): try quoted(phrase, in: fields)
    case .sequence(let parts): try sequence(parts, in: fields)
    case .and(let parts): try combined(parts, in: fields, by: Plan.and)
    case .or(let parts): try combined(parts, in: fields, by: Plan.or)
    case .not(let part): try negated(part, in: fields)
    case .within(let field, let part): try node(part, in: FieldSet(field))
    case .filter(let filter): try filterNode(filter)
    }
  }

  private mutating func combined(
    _ parts: [Query], in fields: FieldSet, by combine: ([Plan]) -> Plan
  ) throws -> Plan? {
    var nodes: [Plan] = []
    for part in parts { if let node = try node(part, in: fields) { nodes.append(node) } }
    return nodes.count <= 1 ? nodes.first : combine(nodes)
  }

  private mutating func negated(_ part: Query, in fields: FieldSet) throws -> Plan? {
    let before = (isNegated, keepsStopWords)
    (isNegated, keepsStopWords) = (true, true)
    defer { (isNegated, keepsStopWords) = before }
    return try node(part, in: fields).map(Plan.not)
  }

  private mutating func filterNode(_ filter: Filter) throws -> Plan {
    let resolved = try filters.resolve(filter)
    plan.notes += resolved.notes
    plan.filters.append(resolved.filter)
    return .filter(plan.filters.count - 1)
  }

  /// Filters and negations hold in every match mode; it decides between the words alone.
  private mutating func sequence(_ parts: [Query], in fields: FieldSet) throws -> Plan? {
    var asked = parts.filter { !$0.isRestriction }
    if match == .phrase, let phrase = Phrase(ofTerms: asked) { asked = [.phrase(phrase)] }
    let words = try combined(asked, in: fields, by: match == .any ? Plan.or : Plan.and)
    let rest = try combined(parts.filter(\.isRestriction), in: fields, by: Plan.and)
    let nodes = [words, rest].compactMap { $0 }
    return nodes.count <= 1 ? nodes.first : .and(nodes)
  }

  private mutating func setPhraseFirst(_ query: Query) throws {
    guard match == .all, case .sequence(let parts) = query,
      let phrase = Phrase(ofTerms: parts.filter { !$0.isRestriction })
    else { return }
    let slots = tokenizer.terms(in: phrase.text).map { [$0] }
    guard slots.count > 1 else { return }
    plan.phraseFirst = plan.leaves.count
    plan.leaves.append(
      Leaf(variants: [.init(slots, isTyped: true)], fields: .text, text: phrase.description))
  }
}

// MARK: - Words

extension Planner {
  private mutating func word(_ term: Term, in fields: FieldSet) throws -> Plan? {
    let word = QueryWord(term.text, tokenizer: tokenizer)
    defer { position += max(1, word.terms.count) }
    guard !word.terms.isEmpty else { return nil }
    if term.form == .stemmed, !keepsStopWords, word.terms.allSatisfy(stopWords.contains) {
      droppedStopWords = true
      return nil
    }
    return try record(leaf(for: word, term, in: fields), isStemmed: term.form != .exact)
  }

  private mutating func quoted(_ phrase: Phrase, in fields: FieldSet) throws -> Plan? {
    let terms = tokenizer.terms(in: phrase.text)
    defer { position += max(1, terms.count) }
    guard let last = terms.last else { return nil }
    if let pairs = Bigrams.text(of: phrase.text)?.split(separator: " ").map(String.init) {
      return record(try bigramLeaf(pairs, text: phrase.text), isStemmed: false)
    }
    var slots = terms.map { [$0] }
    if phrase.lastIsPrefix { slots[slots.count - 1] = try vocabulary.terms(withPrefix: last) }
    let variant = Leaf.Variant(slots, slop: phrase.slop, isTyped: true)
    return record(
      leaf([variant], in: fields, text: phrase.description), isStemmed: false)
  }

  /// Notes the leaf as asked for here; under a `not` it scores nothing.
  private mutating func record(_ leaf: Int, isStemmed: Bool) -> Plan {
    guard !isNegated else { return .leaf(leaf) }
    plan.words.append(.init(leaf: leaf, ordinal: ordinal, position: position))
    plan.isRerankable = plan.isRerankable || isStemmed
    ordinal += 1
    return .leaf(leaf)
  }

  private mutating func leaf(
    for word: QueryWord, _ term: Term, in fields: FieldSet
  ) throws -> Int {
    if let pairs = word.bigrams { return try bigramLeaf(pairs, text: term.text) }
    switch term.form {
    case .stemmed where word.terms.count == 1:
      return try stemLeaf(word, in: fields, text: term.text)
    case .stemmed, .exact:
      return leaf(Self.variants(of: word, term.form), in: fields, text: term.text)
    case .prefix: return try prefixLeaf(word.terms, in: fields, text: term.text + "*")
    case .suffix, .infix, .fuzzy, .pattern: return try patternLeaf(word.terms, term, in: fields)
    }
  }

  private mutating func leaf(
    _ variants: [Leaf.Variant], in fields: FieldSet, text: String
  ) -> Int {
    let key = LeafKey.variants(variants, fields)
    if let known = leafByKey[key] { return known }
    leafByKey[key] = plan.leaves.count
    plan.leaves.append(Leaf(variants: variants, fields: fields, text: text))
    return plan.leaves.count - 1
  }

  /// The typed form, then the terms of its stem; a second form typed of a known stem joins it.
  private mutating func stemLeaf(
    _ word: QueryWord, in fields: FieldSet, text: String
  ) throws -> Int {
    let typed = Self.variants(of: word, .stemmed)
    let stem = vocabulary.stem(word.terms[0])
    let key = LeafKey.stem(stem, fields)
    if let known = leafByKey[key] {
      plan.leaves[known].type(typed)
      return known
    }
    let forms = try vocabulary.forms(ofStem: stem).map { Leaf.Variant([[$0]], isTyped: false) }
    var leaf = Leaf(variants: forms, fields: fields, text: text)
    leaf.type(typed)
    leafByKey[key] = plan.leaves.count
    plan.leaves.append(leaf)
    return plan.leaves.count - 1
  }

  private mutating func prefixLeaf(
    _ terms: [String], in fields: FieldSet, text: String
  ) throws -> Int {
    guard let last = terms.last else { return leaf([], in: fields, text: text) }
    let expansions = try vocabulary.terms(withPrefix: last)
    if terms.count > 1 {
      let slots = terms.dropLast().map { [$0] } + [expansions]
      return leaf([.init(slots, isTyped: true)], in: fields, text: text)
    }
    return leaf(expansions.map { .init([[$0]], isTyped: $0 == last) }, in: fields, text: text)
  }

  private mutating func patternLeaf(
    _ terms: [String], _ term: Term, in fields: FieldSet
  ) throws -> Int {
    let core = term.form == .pattern ? foldedPattern(term.text) : terms.joined()
    let pattern = TermPattern(core, term.form)
    let (found, isCut) = try vocabulary.terms(where: pattern.matches)
    if isCut {
      plan.notes.append(
        "\(pattern.text) stands for more than \(Vocabulary.patternLimit) words: only the first "
          + "\(Vocabulary.patternLimit) in order of the alphabet were searched")
    }
    return leaf(
      found.map { .init([[$0]], isTyped: $0 == pattern.core) }, in: fields, text: pattern.text)
  }

  /// The pattern's letters as the tokenizer folds them, its stars where they were.
  private func foldedPattern(_ text: String) -> String {
    text.split(separator: "*", omittingEmptySubsequences: false)
      .map { tokenizer.terms(in: String($0)).joined() }.joined(separator: "*")
  }

  /// Characters written without spaces are the phrase of their pairs; one alone is a prefix.
  private mutating func bigramLeaf(_ pairs: [String], text: String) throws -> Int {
    guard pairs.count == 1, pairs[0].unicodeScalars.count == 1 else {
      return leaf(
        [.init(pairs.map { [$0] }, isTyped: true)], in: .bigrams, text: text)
    }
    let terms = try vocabulary.terms(withPrefix: pairs[0])
    return leaf(terms.map { .init([[$0]], isTyped: true) }, in: .bigrams, text: text)
  }

  /// The word as typed, its other spelling as an acronym, and ß for ss and back.
  private static func variants(of word: QueryWord, _ form: Term.Form) -> [Leaf.Variant] {
    var variants = [Leaf.Variant(word.terms.map { [$0] }, isTyped: true)]
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

extension Leaf {
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

extension Query {
  /// A clause that restricts without scoring.
  fileprivate var isRestriction: Bool {
    switch self {
    case .filter, .not: true
    default: false
    }
  }
}

extension Phrase {
  /// Two or more bare words as one phrase; nil when anything else is among them.
  fileprivate init?(ofTerms parts: [Query]) {
    var words: [String] = []
    for part in parts {
      guard case .term(let term) = part, term.form == .stemmed else { return nil }
      words.append(term.text)
    }
    guard words.count > 1 else { return nil }
    self.init(words.joined(separator: " "))
  }

  fileprivate var description: String { "\"\(text)\"" }
}
