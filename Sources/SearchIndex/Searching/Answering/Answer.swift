internal import QueryLanguage
internal import Tokenizing

/// One answer in the making: plan, evaluate, rank, fetch; all from one state of the index.
struct Answer {
  let request: SearchRequest
  let state: IndexState
  /// Shared by the answers that explain an empty one.
  let lookup: PersonLookup
  let filters: FilterResolver
  let stopWords: Set<String>
  let vocabulary: Vocabulary
  /// Nil unless the scores are to be explained.
  let sheet: ScoreSheet?

  init(request: SearchRequest, state: IndexState, lookup: PersonLookup? = nil) throws {
    self.request = request
    self.state = state
    self.lookup = lookup ?? PersonLookup(state.database)
    filters = FilterResolver(
      database: state.database, lookup: self.lookup,
      countryFocus: request.filters.countryFocus)
    let language = request.filters.language ?? state.language
    stopWords = StopWords.terms(language: language)
    vocabulary = Vocabulary(state.database, source: state.source, language: language)
    sheet = request.explains ? ScoreSheet() : nil
  }

  /// The answer; when it is empty, that of the request relaxed, or why it is empty.
  func results() throws -> SearchResults {
    var hits: [Hit] = []
    var results = try stream { hits.append($0) }
    results.hits = hits
    return results
  }

  /// The answer with its hits handed on one by one, best first, instead of held.
  ///
  /// - Throws: ``CursorError`` when the page before is not one of this request.
  func stream(_ receive: (Hit) throws -> Void) throws -> SearchResults {
    if let cursor = request.after, cursor.fingerprint != request.fingerprint {
      throw CursorError(
        description: "the cursor belongs to another query or to other options; "
          + "give those of the page before, or leave the cursor out")
    }
    var results = try plainResults(receive)
    guard results.total == 0, !request.isStrict, state.lastRow > 0 else { return results }
    let relaxed = try relaxation.relaxed()
    if let request = relaxed.request {
      let notes = results.notes
      results = try Answer(request: request, state: state, lookup: lookup).plainResults(receive)
      results.notes = notes
    }
    results.notes += relaxed.notes
    return results
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
      if state.source is StockPostings { results.notes.append(Self.stockNote) }
    }
    let page = Paging(request: request, snapshot: query.snapshot, reranked: ranked.reranked)
      .page(of: ranked.candidates)
    results.next = page.next
    try fetch(page.hits, query, receive)
    return results
  }

  private static let stockNote =
    "the full text has a format that only FTS5 itself reads (a newer SQLite wrote it): slower, the "
    + "same answer"
}
