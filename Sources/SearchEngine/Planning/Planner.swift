internal import QueryLanguage
internal import SearchModel
internal import Tokenizing

/// Turns a query tree into a plan: words into query terms, clauses into a tree of sets.
///
/// Stop words restrict and score nothing, unless there is nothing else, or they are marked exact
/// or stand in a phrase or under a `not`.
struct Planner {
  let filters: any FilterSource
  /// Countries count only where an article is about them.
  let countryFocus: Bool
  let match: SearchRequest.MatchMode
  let stopWords: Set<String>
  /// Whether `AND` is as good as words side by side.
  let relaxesOperators: Bool
  /// The language whose joined words are taken off; nil where words stay as they are typed.
  let elisions: String?

  private var plan = QueryPlan()
  private var maker: QueryTermMaker
  private var keepsStopWords = false
  private var isNegated = false
  private var droppedStopWords = false
  private var ordinal = 0
  private var position = 0

  init(
    vocabulary: Vocabulary, filters: any FilterSource, countryFocus: Bool,
    match: SearchRequest.MatchMode, stopWords: Set<String>, synonyms: SynonymTable,
    relaxesOperators: Bool = false, elisions: String? = nil, compounds: CompoundSplitter? = nil
  ) {
    maker = QueryTermMaker(
      vocabulary: vocabulary, tokenizer: Tokenizer(), synonyms: synonyms, compounds: compounds)
    self.filters = filters
    self.countryFocus = countryFocus
    self.match = match
    self.stopWords = stopWords
    self.relaxesOperators = relaxesOperators
    self.elisions = elisions
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
    plan.terms = maker.queryTerms
    plan.notes += maker.notes
  }

  /// Nil for a clause that restricts nothing.
  private mutating func node(_ query: Query, in fields: FieldSet) throws -> MatchTree? {
    switch query {
    case .all: .everything
    case .term(let term): try word(term, in: fields)
    case .phrase(let phrase): try quoted(phrase, in: fields)
    case .sequence(let parts): try sequence(parts, in: fields)
    case .and(let parts) where relaxesOperators && !isNegated: try sequence(parts, in: fields)
    case .and(let parts): try combined(parts, in: fields, by: MatchTree.and)
    case .or(let parts): try combined(parts, in: fields, by: MatchTree.or)
    case .not(let part): try negated(part, in: fields)
    case .within(let field, let part): try node(part, in: FieldSet(field))
    case .filter(let filter): try filterNode(filter)
    }
  }

  private mutating func combined(
    _ parts: [Query], in fields: FieldSet, by combine: ([MatchTree]) -> MatchTree
  ) throws -> MatchTree? {
    combined(try parts.map { try node($0, in: fields) }, by: combine)
  }

  private func combined(_ nodes: [MatchTree?], by combine: ([MatchTree]) -> MatchTree) -> MatchTree?
  {
    let nodes = nodes.compactMap { $0 }
    return nodes.count <= 1 ? nodes.first : combine(nodes)
  }

  private mutating func negated(_ part: Query, in fields: FieldSet) throws -> MatchTree? {
    let before = (isNegated, keepsStopWords)
    (isNegated, keepsStopWords) = (true, true)
    defer { (isNegated, keepsStopWords) = before }
    return try node(part, in: fields).map(MatchTree.not)
  }

  private mutating func filterNode(_ filter: Filter) throws -> MatchTree {
    let resolved = try filters.resolve(filter, countryFocus: countryFocus)
    plan.notes += resolved.notes
    plan.filters.append(resolved.filter)
    return .filter(plan.filters.count - 1)
  }

  /// Filters and negations hold in every match mode; it decides between the words alone.
  private mutating func sequence(_ parts: [Query], in fields: FieldSet) throws -> MatchTree? {
    var asked = parts.filter { !$0.isRestriction }
    if match == .phrase, let phrase = Phrase(ofTerms: asked) { asked = [.phrase(phrase)] }
    let combine = match == .any ? MatchTree.or : MatchTree.and
    let words = try combined(runs(of: asked, in: fields, by: combine), by: combine)
    let rest = try combined(parts.filter(\.isRestriction), in: fields, by: MatchTree.and)
    let nodes = [words, rest].compactMap { $0 }
    return nodes.count <= 1 ? nodes.first : .and(nodes)
  }

  /// The nodes of words side by side; several words that have synonyms as one are met by these too.
  private mutating func runs(
    of parts: [Query], in fields: FieldSet, by combine: ([MatchTree]) -> MatchTree
  ) throws -> [MatchTree?] {
    var nodes: [MatchTree?] = []
    var rest = parts[...]
    while let part = rest.first {
      if let run = maker.synonymRun(in: rest) {
        let words = try combined(Array(rest.prefix(run.count)), in: fields, by: combine)
        let others = record(try maker.queryTerm(for: run, in: fields), isStemmed: true)
        nodes.append(combined([words, others], by: MatchTree.or))
        rest = rest.dropFirst(run.count)
      } else {
        nodes += try wordNodes(part, in: fields)
        rest = rest.dropFirst()
      }
    }
    return nodes
  }

  /// Where any word will do, those that one was cut into stand side by side like others.
  private mutating func wordNodes(_ part: Query, in fields: FieldSet) throws -> [MatchTree?] {
    let node = try node(part, in: fields)
    guard match == .any, case .term = part, case .or(let words) = node else { return [node] }
    return words
  }

  private mutating func setPhraseFirst(_ query: Query) throws {
    guard match == .all, case .sequence(let parts) = query,
      let phrase = Phrase(ofTerms: parts.filter { !$0.isRestriction })
    else { return }
    guard maker.tokenizer.terms(in: phrase.text).count > 1 else { return }
    let count = maker.queryTerms.count
    let number = try maker.queryTerm(for: phrase, in: .text)
    if number == count { plan.phraseFirst = number }
  }
}

// MARK: - Words

extension Planner {
  private mutating func word(_ term: Term, in fields: FieldSet) throws -> MatchTree? {
    let word = QueryWord(bare(term), tokenizer: maker.tokenizer)
    if match == .any, term.form == .stemmed, !isNegated, word.isCompound {
      return try combined(word.terms.map { .term(Term($0)) }, in: fields, by: MatchTree.or)
    }
    if match == .any, term.form == .stemmed, !isNegated, let pairs = word.bigrams, pairs.count > 1 {
      return combined(try pairs.map { try pair($0) }, by: MatchTree.or)
    }
    defer { position += max(1, word.terms.count) }
    guard !word.terms.isEmpty else { return nil }
    if term.form == .stemmed, !keepsStopWords, word.terms.allSatisfy(stopWords.contains) {
      droppedStopWords = true
      return nil
    }
    return try record(maker.queryTerm(for: word, term, in: fields), isStemmed: term.form != .exact)
  }

  /// The word without what a language joins to its front.
  private func bare(_ term: Term) -> String {
    guard term.form == .stemmed, let elisions else { return term.text }
    return Elision.rest(of: term.text, language: elisions)
  }

  /// One pair of characters written without spaces: where any word will do, what there is of words.
  private mutating func pair(_ pair: String) throws -> MatchTree {
    defer { position += 1 }
    return record(try maker.queryTerm(forPair: pair), isStemmed: true)
  }

  private mutating func quoted(_ phrase: Phrase, in fields: FieldSet) throws -> MatchTree? {
    defer { position += max(1, maker.tokenizer.terms(in: phrase.text).count) }
    return try maker.queryTerm(for: phrase, in: fields).map { record($0, isStemmed: false) }
  }

  /// Notes the query term as asked for here; under a `not` it scores nothing.
  private mutating func record(_ number: Int, isStemmed: Bool) -> MatchTree {
    guard !isNegated else { return .term(number) }
    plan.words.append(.init(term: number, ordinal: ordinal, position: position))
    plan.isRerankable = plan.isRerankable || isStemmed
    ordinal += 1
    return .term(number)
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
}
