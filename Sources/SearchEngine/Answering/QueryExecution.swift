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
  let stopWords: Set<String>
  let vocabulary: Vocabulary
  /// Nil unless the scores are to be explained.
  let trace: ScoreTrace?

  /// Where the page before ended.
  let after: PageEnd?

  /// - Throws: `CursorError` for a cursor that is none.
  package init(request: SearchRequest, state: IndexState) throws {
    try self.init(request: request, state: state, filters: state.index.filters())
  }

  init(request: SearchRequest, state: IndexState, filters: any FilterSource) throws {
    self.request = request
    after = try request.after.map { try PageEnd($0) }
    self.state = state
    self.filters = filters
    let language = request.filters.language ?? state.index.language
    stopWords = StopWords.terms(language: language)
    vocabulary = Vocabulary(state.index, source: state.postings, language: language)
    trace = request.explains ? ScoreTrace() : nil
  }

  /// The answer; when it is empty, that of the request relaxed, or why it is empty.
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
    var results = try plainResults(receive)
    guard results.total == 0, !request.isStrict, state.lastRow > 0 else { return results }
    let relaxed = try relaxation.relaxed()
    if let request = relaxed.request {
      let notes = results.notes
      results = try QueryExecution(request: request, state: state, filters: filters).plainResults(
        receive)
      results.notes = notes
    }
    results.notes += relaxed.notes
    return results
  }

  /// All places of an article that match the words of the request, those of the title first, each
  /// field's ascending; places that overlap are one.
  package func matches(in article: Article) throws -> [FieldMatch] {
    let plan = try plan()
    return [(Field.title, article.title), (.body, article.body)].flatMap { field, text in
      MatchFinder(plan.matchPattern(in: field)).ranges(in: text)
        .map { FieldMatch(field: field, range: $0) }
    }
  }

  /// The answer to the request as it is.
  func plainResults(_ receive: (Hit) throws -> Void) throws -> SearchResults {
    var results = SearchResults(
      text: request.text, understood: String(describing: request.query), total: 0,
      seconds: 0, hits: [], notes: request.parserNotes)
    let (query, ranked) = try withPrepared { query in
      let evaluation = try evaluate(query)
      results.total = evaluation.total
      try addFacets(evaluation, query.facetFilters, to: &results)
      return (query, try rank(evaluation.top, query))
    }
    results.notes += query.plan.notes
    results.isTotalExact = request.countsTotal
    if request.explains {
      results.tree = request.query.tree
      results.notes += [state.postings.note].compactMap { $0 }
    }
    let page = Paging(
      request: request, after: after, frozen: query.frozen, reranked: ranked.reranked
    )
    .page(of: ranked.candidates)
    results.next = page.next
    try fetch(page.hits, query, receive)
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
}

/// What is done about an answer that is empty.
extension QueryExecution {
  var relaxation: Relaxation {
    let tokenizer = Tokenizer()
    return Relaxation(
      request: request, count: total, suggestions: suggestions,
      isStopWord: { tokenizer.terms(in: $0).allSatisfy(stopWords.contains) })
  }

  /// Words of the index that `word` may be meant for, best first; none for several words.
  package func suggestions(for word: String) throws -> [String] {
    let terms = Tokenizer().terms(in: word)
    guard terms.count == 1 else { return [] }
    return try DidYouMean(source: state.postings, count: articles).suggestions(for: terms[0])
  }

  /// The exact total of another request over the same index.
  private func total(of request: SearchRequest) throws -> Int {
    var bare = request
    bare.facets = []
    bare.timeline = nil
    bare.limit = 0
    bare.ranking = .fast
    return try QueryExecution(request: bare, state: state, filters: filters).plainResults { _ in }
      .total
  }

  /// The number of articles that hold the terms one after the other.
  private func articles(with terms: [String]) throws -> Int {
    let phrase = QueryTerm.Variant(terms.map { [$0] }, isTyped: true)
    return try QueryTermReader(source: state.postings)
      .postings(of: QueryTerm(variants: [phrase], fields: .text, text: "")).count
  }
}
