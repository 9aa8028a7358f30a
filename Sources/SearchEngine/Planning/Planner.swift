internal import QueryLanguage
internal import SearchModel
internal import Tokenizing

/// Turns a query tree into a plan: words into query terms, clauses into a tree of sets.
///
/// Stop words restrict and score nothing, unless there is nothing else, or they are marked exact
/// or stand in a phrase or under a `not`.
struct Planner {
  /// What other spellings of a word count of its weight.
  private static let shareOfSpellings = 0.5
  /// What the words of a phrase count beside it: less than what is asked for besides.
  private static let shareOfPhraseWords = 0.15

  let filters: any FilterSource
  /// Which tags the query's filters take only where they are marked.
  let marked: MarkedTags
  let match: SearchRequest.MatchMode
  let stopWords: Set<String>
  /// Nil where words are taken as they are typed.
  let variants: VariantFinder?
  /// Whether clauses may be missing one by one, those of an `AND` and the words of a phrase too.
  let allowsMissing: Bool
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
    vocabulary: Vocabulary, filters: any FilterSource, marked: MarkedTags,
    match: SearchRequest.MatchMode, stopWords: Set<String>, synonyms: SynonymTable,
    variants: VariantFinder? = nil, allowsMissing: Bool = false, elisions: String? = nil,
    compounds: CompoundSplitter? = nil
  ) {
    maker = QueryTermMaker(
      vocabulary: vocabulary, tokenizer: Tokenizer(), synonyms: synonyms, compounds: compounds)
    self.filters = filters
    self.marked = marked
    self.match = match
    self.stopWords = stopWords
    self.variants = variants
    self.allowsMissing = allowsMissing
    self.elisions = elisions
  }

  /// The plan of `query`; with its stop words when it has nothing else.
  func plan(_ query: Query) throws -> QueryPlan {
    var planner = self
    try maker.open.lookUp(query.terms)
    try filters.lookUp(people: query.people)
    try planner.setRoot(query)
    if planner.droppedStopWords, planner.plan.words.isEmpty || planner.plan.root == .nothing {
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
    plan.notes += maker.notes + maker.open.notes
  }

  /// Nil for a clause that restricts nothing.
  private mutating func node(_ query: Query, in fields: FieldSet) throws -> MatchTree? {
    switch query {
    case .all: .everything
    case .term(let term):
      combined(
        try words(term, in: fields, others: others(for: [query])[0]), by: MatchTree.or)
    case .phrase(let phrase): try quoted(phrase, in: fields)
    case .sequence(let parts): try sequence(parts, in: fields)
    case .and(let parts) where allowsMissing && !isNegated:
      try sequence(parts, in: fields, isTypedSo: false)
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
    let resolved = try filters.resolve(filter, marked)
    plan.notes += resolved.notes
    plan.filters.append(resolved.filter)
    return .filter(plan.filters.count - 1)
  }

  /// Filters and negations hold in every match mode; it decides between the words alone.
  ///
  /// - Parameter isTypedSo: whether they stand side by side, and no operator between.
  private mutating func sequence(
    _ parts: [Query], in fields: FieldSet, isTypedSo: Bool = true
  ) throws -> MatchTree? {
    var asked = parts.filter { !$0.isRestriction }
    if match == .phrase, let phrase = Phrase(ofTerms: asked) { asked = [.phrase(phrase)] }
    let combine = match == .any ? MatchTree.or : MatchTree.and
    let spellings = try isTypedSo ? others(for: asked) : asked.map { try others(for: [$0])[0] }
    let words = try combined(runs(of: asked, spellings, in: fields, by: combine), by: combine)
    let rest = try combined(parts.filter(\.isRestriction), in: fields, by: MatchTree.and)
    let nodes = [words, rest].compactMap { $0 }
    return nodes.count <= 1 ? nodes.first : .and(nodes)
  }

  /// What else each of some clauses side by side is met by; says so.
  private mutating func others(for parts: [Query]) throws -> [[QueryTerm.Variant]] {
    var others = [[QueryTerm.Variant]](repeating: [], count: parts.count)
    guard let variants, !isNegated else { return others }
    let found = try variants.variants(of: parts)
    for variant in found {
      for place in variant.variant.words { others[place] += variant.forms }
    }
    maker.note(found.map(\.variant))
    if parts.count > VariantFinder.mostWords {
      maker.notes.append(
        "other spellings were looked for of the first \(VariantFinder.mostWords) words only")
    }
    return others
  }

  /// The nodes of words side by side; several words that have synonyms as one are met by these too.
  private mutating func runs(
    of parts: [Query], _ variants: [[QueryTerm.Variant]], in fields: FieldSet,
    by combine: ([MatchTree]) -> MatchTree
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
        nodes += try wordNodes(part, in: fields, others: variants[rest.startIndex])
        rest = rest.dropFirst()
      }
    }
    return nodes
  }

  private mutating func wordNodes(
    _ part: Query, in fields: FieldSet, others: [QueryTerm.Variant]
  ) throws -> [MatchTree?] {
    switch part {
    case .term(let term): try words(term, in: fields, others: others)
    case .phrase(let phrase) where match == .any && allowsMissing:
      try phraseNodes(phrase, in: fields)
    default: [try node(part, in: fields)]
    }
  }

  /// A phrase that may be missing, whose words score beside it; where it is nowhere, these stand for it.
  private mutating func phraseNodes(
    _ phrase: Phrase, in fields: FieldSet
  ) throws -> [MatchTree?] {
    let words = phrase.words(maker.tokenizer)
    let start = position
    guard words.count > 1, let number = try maker.queryTerm(for: phrase, in: fields) else {
      return [try quoted(phrase, in: fields)]
    }
    let isThere = try maker.vocabulary.has(maker.queryTerms[number])
    let node = isThere ? record(number, isStemmed: false) : nil
    let first = plan.words.count
    let apart = try words.flatMap { try self.words($0, in: fields, others: []) }
    position = max(position, start + words.count)
    guard isThere else { return apart }
    for index in plan.words[first...].indices {
      plan.words[index].share = Self.shareOfPhraseWords
      plan.words[index].ordinal = plan.words[first - 1].ordinal
    }
    ordinal = plan.words[first - 1].ordinal + 1
    return [node]
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
  /// The nodes of a word: where any word will do, those that it was cut into stand side by side like
  /// others.
  private mutating func words(
    _ term: Term, in fields: FieldSet, others: [QueryTerm.Variant]
  ) throws -> [MatchTree?] {
    let word = QueryWord(bare(term), tokenizer: maker.tokenizer)
    guard match == .any, term.form == .stemmed, !isNegated else {
      return [try self.word(word, term, in: fields, others: others)]
    }
    if word.isCompound {
      return try word.terms.flatMap { try words(Term($0), in: fields, others: others) }
    }
    if let pairs = word.bigrams, pairs.count > 1 { return try pairs.map { try pair($0) } }
    return [try self.word(word, term, in: fields, others: others)]
  }

  private mutating func word(
    _ word: QueryWord, _ term: Term, in fields: FieldSet, others: [QueryTerm.Variant]
  ) throws -> MatchTree? {
    defer { position += max(1, word.terms.count) }
    guard !word.terms.isEmpty else { return nil }
    if term.form == .stemmed, !keepsStopWords, word.terms.allSatisfy(stopWords.contains) {
      droppedStopWords = true
      ordinal += others.isEmpty ? 0 : 1
      _ = spellings(others, of: term, in: fields)
      return nil
    }
    let number = try maker.queryTerm(for: word, term, in: fields)
    let typed = record(number, isStemmed: term.form != .exact)
    guard let other = spellings(others, of: term, number, in: fields) else { return typed }
    plan.widened.insert(number)
    return .or([typed, .term(other)])
  }

  /// The query term of a word's other spellings, which scores half, where the word stands; nil for none.
  private mutating func spellings(
    _ others: [QueryTerm.Variant], of term: Term, _ typed: Int? = nil, in fields: FieldSet
  ) -> Int? {
    guard !others.isEmpty else { return nil }
    let number = maker.queryTerm(
      others, in: fields, text: "\(term.text), other spellings")
    plan.spellings.insert(number)
    plan.words.append(
      .init(
        term: number, ordinal: ordinal - 1, position: position, share: Self.shareOfSpellings,
        bound: typed))
    return number
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
