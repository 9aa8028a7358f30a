/// Which articles, in which order.
extension Answer {
  /// Which articles match, the best of them, and which ones facets count, in one pass.
  func evaluate(_ query: PreparedQuery) throws -> Evaluation {
    if let pruned = query.pruned { return try evaluate(query, pruned) }
    var evaluator = Evaluator(
      matches: MatchEvaluator(plan: query.plan, postings: query.postings, filters: filterEvaluator),
      facetFilters: query.facetFilters,
      scorer: WindowScorer(weights: query.ranking.weights, statistics: query.ranking.statistics),
      sort: sort(query.plan), recency: query.recency, lengthFloors: state.lengthFloors,
      keep: depth, rows: countedRows())
    return try evaluator.run(lastRow: state.lastRow)
  }

  /// The best of the articles that match, no others counted.
  private func evaluate(_ query: PreparedQuery, _ plan: PrunablePlan) throws -> Evaluation {
    guard let postings = state.source as? SegmentPostings else { return Evaluation() }
    let weights = Dictionary(
      uniqueKeysWithValues: query.ranking.weights.map { ($0.leaf, $0.weight) })
    let norm = BM25.LengthNorm(mean: query.ranking.statistics.meanWeightedLength)
    let words = try plan.leaves.compactMap { number in
      let leaf = query.plan.leaves[number]
      return try state.termCounts.count(of: leaf).map { count in
        try PrunedWord(leaf, weight: weights[number] ?? 0, count: count, norm, in: postings)
      }
    }
    let evaluator = PrunedEvaluator(
      plan: plan, filters: filterEvaluator, lengthFloors: state.lengthFloors, words: words,
      norm: norm, keep: depth)
    var evaluation = Evaluation()
    evaluation.top = try evaluator.run()
    evaluation.total = evaluation.top.count
    return evaluation
  }

  private var filterEvaluator: FilterEvaluator {
    FilterEvaluator(columns: ColumnReader(state.columns), codes: state.facets.codes)
  }

  /// Candidates to keep: those of the page, and those that re-ranking looks at.
  private var depth: Int {
    let reach = request.reach(articles: Int(state.lastRow))
    return request.ranking == .fast ? reach : max(Proximity.depth, reach)
  }

  /// Without words there is nothing to be relevant to: the newest come first.
  private func sort(_ plan: QueryPlan) -> SearchRequest.Sort {
    request.sort == .relevance && plan.words.isEmpty ? .newest : request.sort
  }

  /// Where the pass puts the articles that facets count.
  private func countedRows() -> CountedRows? {
    if request.facets.isEmpty, request.timeline == nil { return nil }
    return state.spareRows.popLast() ?? CountedRows()
  }

  /// The hits in order, and how many of the first the third stage has put in it.
  func rank(
    _ top: [Candidate], _ query: PreparedQuery
  ) throws -> (candidates: [Candidate], reranked: Int) {
    guard request.ranking == .best, sort(query.plan) == .relevance else { return (top, 0) }
    let ranked = try SecondStage(
      plan: query.plan, postings: query.postings, ranking: query.ranking, reader: query.reader,
      sheet: sheet
    ).rerank(top)
    guard query.plan.isRerankable, request.after?.last == nil else { return (ranked, 0) }
    let candidates = try thirdStage(query)
      .rerank(ranked, queryLength: query.plan.words.count)
    return (candidates, min(ThirdStage.depth, candidates.count))
  }

  private func thirdStage(_ query: PreparedQuery) throws -> ThirdStage {
    let statistics = query.ranking.statistics
    let stored = try state.stems.get()
    return ThirdStage(
      table: StemNumbers(stopWords: stopWords, stem: vocabulary.stem),
      statistics: statistics, articles: stored?.articles ?? statistics.articles,
      text: try state.hits.get().text,
      counts: StemCounts(stored: stored, vocabulary: vocabulary, reader: query.reader).counts,
      sheet: sheet)
  }
}
