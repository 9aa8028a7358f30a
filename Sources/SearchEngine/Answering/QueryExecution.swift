package import IndexDefinition
internal import QueryLanguage
package import SearchModel
internal import Tokenizing

/// One answer in the making: plan, evaluate, rank, fetch; all from one state of the index.
package struct QueryExecution {
  let request: SearchRequest
  let state: IndexState
  /// Shared by the answers that explain an empty one.
  let filters: any FilterSource
  /// ISO 639-1: whose stems and stop words the query's words have.
  let language: String
  let stopWords: Set<String>
  let vocabulary: Vocabulary
  /// The stems of the hits' own words, in the language that the stems of the index are counted in.
  let hitVocabulary: Vocabulary
  /// Nil unless the scores are to be explained.
  let trace: ScoreTrace?

  /// Where the page before ended.
  let after: PageEnd?
  /// Which of the words must be there; never `best`.
  let match: SearchRequest.MatchMode
  /// The articles that hold every word, best first, where those that hold most follow them; else nil.
  let whole: [Candidate]?
  /// The query's words that stand for others, which no article has.
  let corrected: [CorrectedWord]
  /// Shared by the answers that a mistyped word leads to.
  let didYouMean: DidYouMean
  /// Whether words are met by their other spellings too.
  let widens: Bool
  /// Shared by the passes of an answer.
  let variantMemory: VariantMemory

  /// - Throws: `CursorError` for a cursor that is none.
  package init(request: SearchRequest, state: IndexState) throws {
    try self.init(request: request, state: state, filters: state.index.filters())
  }

  init(
    request: SearchRequest, state: IndexState, filters: any FilterSource,
    whole: [Candidate]? = nil, corrected: [CorrectedWord] = [],
    didYouMean: DidYouMean? = nil, language: String? = nil, widens: Bool? = nil,
    variantMemory: VariantMemory = VariantMemory()
  ) throws {
    self.request = request
    self.variantMemory = variantMemory
    self.widens = widens ?? (request.match == .best)
    self.corrected = corrected
    self.didYouMean = didYouMean ?? DidYouMean(source: state.postings, count: state.articles)
    self.whole = whole
    match = request.match == .best ? whole == nil ? .all : .any : request.match
    after = try request.after.map { try PageEnd($0) }
    self.state = state
    self.filters = filters
    self.language = try language ?? Self.language(of: request, state.index)
    stopWords = StopWords.terms(language: self.language)
    vocabulary = Vocabulary(
      state.index, source: state.postings, patterns: state.patterns, language: self.language)
    hitVocabulary = Vocabulary(
      state.index, source: state.postings, patterns: state.patterns,
      language: state.index.language)
    trace = request.explains ? ScoreTrace() : nil
  }

  /// The language asked for, else in the default mode the one that the words show, else that of most
  /// articles.
  private static func language(
    of request: SearchRequest, _ index: any IndexSource
  ) throws -> String {
    if let language = request.filters.language { return language }
    guard request.match == .best else { return index.language }
    let words = request.query.correctableTerms.flatMap { Tokenizer().terms(in: $0.text) }
    return try QuestionLanguage.of(
      words, expected: index.language, others: index.stemLanguages())
  }

  /// The answer; when it is empty, with notes that say why.
  package func results() throws -> SearchResults {
    var hits: [Hit] = []
    var results = try stream { hits.append($0) }
    results.hits = hits
    return results
  }

  /// The answer with its hits handed on one by one, best first, instead of held.
  ///
  /// - Throws: ``CursorError`` when the page before is not one of this request.
  package func stream(_ receive: (Hit) throws -> Void) throws -> SearchResults {
    if let after, after.fingerprint != request.fingerprint { throw CursorError.foreign }
    guard request.match == .best else { return try explained(plainResults(receive)) }
    if request.appliesOffers { return try appliedResults(receive) }
    var results = try widened.bestResults(receive)
    results.offers = try offers()
    return results
  }

  /// With what there is to say of an empty answer.
  func explained(_ results: SearchResults) throws -> SearchResults {
    guard results.total == 0, !request.isStrict, state.lastRow > 0 else { return results }
    var results = results
    results.notes += try emptyAnswer.notes(onlyUnknown: results.totalPartial > 0)
    return results
  }

  /// All places of an article that match the words of the request, those of the title first, each
  /// field's ascending; places that overlap are one.
  ///
  /// - Parameter joined: the body's words that a line's end broke, whole.
  package func matches(in article: Article, joined: String?) throws -> [FieldMatch] {
    let plan = try plan()
    let texts = [(Field.title, article.title, nil), (.body, article.body, joined)]
    return texts.flatMap { field, text, joined in
      MatchFinder(plan.matchPattern(in: field)).ranges(in: text, joined: joined)
        .map { FieldMatch(field: field, range: $0) }
    }
  }

  /// The answer to the request as it is.
  func plainResults(_ receive: (Hit) throws -> Void) throws -> SearchResults {
    try show(withPrepared { query in try answer(query, evaluate(query)) }, receive)
  }

  /// An answer of which no article has been read yet.
  struct Ranked {
    let query: PreparedQuery
    /// Without hits and cursor.
    let results: SearchResults
    let candidates: [Candidate]
    /// How many of the first the third stage has put in their order.
    let reranked: Int
  }

  /// To be called while the query is prepared: facets and ranking read postings.
  func answer(_ query: PreparedQuery, _ evaluation: Evaluation) throws -> Ranked {
    var results = SearchResults(
      text: request.text, understood: String(describing: request.query), total: evaluation.total,
      seconds: 0, hits: [],
      notes: corrected.map(\.note) + request.parserNotes + query.plan.notes)
    results.corrected = corrected
    try addFacets(evaluation, query.facetFilters, to: &results)
    results.isTotalExact = request.countsTotal
    if request.explains {
      results.tree = request.query.tree
      results.notes += [state.postings.note].compactMap { $0 }
    }
    let (candidates, reranked) = try rank(evaluation.top, query)
    return Ranked(query: query, results: results, candidates: candidates, reranked: reranked)
  }

  /// Cuts the page and hands on its hits.
  func show(_ ranked: Ranked, _ receive: (Hit) throws -> Void) throws -> SearchResults {
    let page = Paging(
      request: request, after: after, frozen: ranked.query.frozen, reranked: ranked.reranked
    ).page(of: ranked.candidates)
    try fetch(page.hits, ranked.query, receive)
    var results = ranked.results
    results.next = page.next
    return results
  }
}

/// A query with all that is looked up before articles are evaluated.
struct PreparedQuery {
  let plan: QueryPlan
  let facetFilters: FacetFilters
  /// How the best hits are found alone; nil where every match is visited.
  let pruned: PrunablePlan?
  let postings: PlanPostings
  let ranking: Ranking
  let reader: QueryTermReader
  /// The index as the answer's first page saw it.
  let frozen: FrozenStatistics
  /// Nil where age does not count.
  let recency: Recency?
  /// Nil where every match of the plan is taken.
  let held: HeldWeight?
}

/// What is said of an answer that is empty.
extension QueryExecution {
  private var emptyAnswer: EmptyAnswer {
    let tokenizer = Tokenizer()
    return EmptyAnswer(
      request: request, count: total, suggestions: suggestions,
      isStopWord: { tokenizer.terms(in: $0).allSatisfy(stopWords.contains) })
  }

  /// Words of the index that `word` may be meant for, best first; none for several words.
  package func suggestions(for word: String) throws -> [String] {
    let terms = Tokenizer().terms(in: word)
    guard terms.count == 1 else { return [] }
    return try didYouMean.suggestions(for: terms[0])
  }

  /// The exact total of another request over the same index.
  func total(of request: SearchRequest) throws -> Int {
    var bare = request
    bare.facets = []
    bare.timeline = nil
    bare.limit = 0
    bare.ranking = .fast
    bare.countsTotal = true
    bare.countsDoubtful = false
    bare.countsStories = false
    if bare.match == .best { bare.match = .all }
    return try QueryExecution(
      request: bare, state: state, filters: filters, language: language, widens: widens
    ).plainResults { _ in }.total
  }
}

extension IndexState {
  /// The number of articles that hold the terms one after the other.
  fileprivate func articles(with terms: [String]) throws -> Int {
    let phrase = QueryTerm.Variant(terms.map { [$0] }, isTyped: true)
    return try QueryTermReader(source: postings)
      .postings(of: QueryTerm(variants: [phrase], fields: .text, text: "")).count
  }
}
