internal import QueryLanguage
internal import Tokenizing

/// One answer in the making: plan, evaluate, rank, fetch; all in one read transaction.
struct Answer {
  let request: SearchRequest
  let corpus: Corpus
  /// Shared by the answers that explain an empty one.
  let lookup: PersonLookup
  let filters: FilterResolver
  let stopWords: Set<String>
  let vocabulary: Vocabulary
  /// Nil unless the scores are to be explained.
  let sheet: ScoreSheet?

  init(request: SearchRequest, corpus: Corpus, lookup: PersonLookup? = nil) throws {
    self.request = request
    self.corpus = corpus
    self.lookup = lookup ?? PersonLookup(corpus.database)
    filters = FilterResolver(
      database: corpus.database, lookup: self.lookup,
      countryFocus: request.filters.countryFocus)
    let language = request.filters.language ?? corpus.language
    stopWords = StopWords.terms(language: language)
    vocabulary = Vocabulary(corpus.database, source: corpus.source, language: language)
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
    guard results.total == 0, !request.isStrict, corpus.lastRow > 0 else { return results }
    let relaxed = try relaxation.relaxed()
    if let request = relaxed.request {
      let notes = results.notes
      results = try Answer(request: request, corpus: corpus, lookup: lookup).plainResults(receive)
      results.notes = notes
    }
    results.notes += relaxed.notes
    return results
  }

  /// The answer to the request as it is.
  func plainResults(_ receive: (Hit) throws -> Void) throws -> SearchResults {
    let query = try prepared()
    let evaluation = try evaluate(query)
    let ranked = try rank(evaluation.top, query)
    let page = Paging(request: request, snapshot: query.snapshot, reranked: ranked.reranked)
      .page(of: ranked.candidates)
    var results = SearchResults(
      text: request.text, understood: String(describing: request.query), total: evaluation.total,
      seconds: 0, hits: [], notes: request.parserNotes + query.plan.notes)
    results.isTotalExact = request.countsTotal
    if request.explains {
      results.tree = request.query.tree
      if corpus.source is StockPostings { results.notes.append(Self.stockNote) }
    }
    results.next = page.next
    try addFacets(evaluation, query.facetFilters, to: &results)
    if let rows = evaluation.rows { corpus.spareRows.append(rows) }
    try fetch(page.hits, query, receive)
    return results
  }

  private static let stockNote =
    "the full text has a format that only FTS5 itself reads (a newer SQLite wrote it): slower, the "
    + "same answer"
}
