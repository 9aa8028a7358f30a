internal import SearchModel
internal import Tokenizing

/// Which articles, in which order.
extension QueryExecution {
  /// Which articles match, the best of them, and which ones facets count, in one pass.
  func evaluate(_ query: PreparedQuery) throws -> Evaluation {
    if let pruned = query.pruned { return try evaluate(query, pruned) }
    let needs = try facetNeeds(query.facetFilters)
    let parts = try query.postings.sections.mapOnCores(reader: \.section.reader) {
      section, postings in
      try part(of: section, postings, query, needs)
    }
    return Evaluation(
      total: parts.reduce(0) { $0 + $1.total }, top: best(of: parts.map(\.top)),
      counts: try needs.map { FacetCounts(try counted(parts, $0), $0) })
  }

  /// What one section brings.
  private struct Part {
    let reader: CoreReader
    let total: Int
    let top: [Candidate]
    let rows: CountedRows?
    /// Nil where nothing is counted, or not yet.
    let counted: CountedSection?
  }

  private func part(
    of section: Section, _ postings: [Postings], _ query: PreparedQuery, _ needs: FacetNeeds?
  ) throws -> Part {
    let rows = needs.map { _ in section.reader.takeRows() }
    var evaluator = Evaluator(
      matches: MatchEvaluator(
        plan: query.plan, postings: postings, filters: filterEvaluator(section.reader)),
      facetFilters: query.facetFilters,
      scorer: WindowScorer(weights: query.ranking.weights, statistics: query.ranking.statistics),
      sort: sort(query.plan), recency: query.recency, held: query.held,
      lengthFloors: state.lengthFloors,
      keep: depth, rows: rows)
    let (total, top) = try evaluator.run(section.windows)
    var counted: CountedSection?
    if let rows, let needs, !request.facetsCountStories {
      let isPart = query.postings.sections.count > 1
      counted = try CountedSection(section.reader, rows, needs, isPart: isPart)
    }
    return Part(reader: section.reader, total: total, top: top, rows: rows, counted: counted)
  }

  /// What facets count: by story it is only known over all sections which articles these are.
  private func counted(_ parts: [Part], _ needs: FacetNeeds) throws -> [CountedSection] {
    guard request.facetsCountStories else { return parts.compactMap(\.counted) }
    try StoryFirsts(columns: ColumnReader(state.reader.columns)).keep(in: parts.compactMap(\.rows))
    let isPart = parts.count > 1
    return try parts.mapOnCores(reader: \.reader) { part in
      try part.rows.map { try CountedSection(part.reader, $0, needs, isPart: isPart) }
    }.compactMap { $0 }
  }

  /// The best of what sections found, best first.
  private func best(of lists: [[Candidate]]) -> [Candidate] {
    guard lists.count > 1 else { return lists.first ?? [] }
    return Array(lists.joined().sorted(by: Candidate.isBetter).prefix(depth))
  }

  /// The best of the articles that match, no others counted.
  private func evaluate(_ query: PreparedQuery, _ plan: PrunablePlan) throws -> Evaluation {
    guard let postings = state.postings.segments else { return Evaluation() }
    let weights = Dictionary(
      uniqueKeysWithValues: query.ranking.weights.map { ($0.term, $0.weight) })
    let norm = BM25.LengthNorm(mean: query.ranking.statistics.meanWeightedLength)
    let words = try plan.terms.compactMap { number in
      let term = query.plan.terms[number]
      return try state.termCounts.count(of: term).map { count in
        try PrunedWord(term, weight: weights[number] ?? 0, count: count, norm, in: postings)
      }
    }
    let evaluator = PrunedEvaluator(
      plan: plan, filters: filterEvaluator(state.reader), lengthFloors: state.lengthFloors,
      words: words, norm: norm, keep: depth)
    var evaluation = Evaluation()
    evaluation.top = try evaluator.run()
    evaluation.total = evaluation.top.count
    return evaluation
  }

  private func filterEvaluator(_ reader: CoreReader) -> FilterEvaluator {
    FilterEvaluator(columns: ColumnReader(reader.columns), packed: state.packedEntities.made)
  }

  /// Candidates to keep: those of the page, and those that re-ranking looks at.
  private var depth: Int {
    let reach = request.reach(articles: Int(state.lastRow), after: after)
    return request.ranking == .fast ? reach : max(Proximity.depth, reach)
  }

  /// Without words there is nothing to be relevant to: the newest come first.
  private func sort(_ plan: QueryPlan) -> SearchRequest.Sort {
    request.sort == .relevance && plan.words.isEmpty ? .newest : request.sort
  }

  /// Nil when neither facets nor stories are asked for, and no filter by tags.
  private func facetNeeds(_ filters: FacetFilters) throws -> FacetNeeds? {
    let facets = request.facets + (request.timeline.map { [$0] } ?? [])
    guard !facets.isEmpty || request.countsStories || request.restsOnTags else { return nil }
    let kinds = Set(facets.map(\.kind))
    let entities = try state.packedEntities.needs(
      of: facets, filtered: { filters.entities(in: $0) != nil },
      marked: request.filters.marked, state.reader)
    return FacetNeeds(
      dates: kinds.contains(.date), languages: kinds.contains(.language),
      stories: request.countsStories,
      doubtful: request.restsOnTags,
      sources: kinds.contains(.source) ? state.sources : nil, entities: entities,
      lastEntity: state.packedEntities.lastEntity)
  }

  /// The hits in order, and how many of the first the third stage has put in it.
  func rank(
    _ top: [Candidate], _ query: PreparedQuery
  ) throws -> (candidates: [Candidate], reranked: Int) {
    guard request.ranking == .best, sort(query.plan) == .relevance else { return (top, 0) }
    let ranked = try SecondStage(
      plan: query.plan, postings: query.postings, ranking: query.ranking, reader: query.reader,
      trace: trace
    ).rerank(top)
    guard query.plan.isRerankable, after?.last == nil else { return (ranked, 0) }
    let candidates = try thirdStage(ranked, query)
    return (candidates, min(ThirdStage.depth, candidates.count))
  }

  private func thirdStage(
    _ candidates: [Candidate], _ query: PreparedQuery
  ) throws -> [Candidate] {
    guard let head = ThirdStage.head(of: candidates) else { return candidates }
    let (words, stored) = try wordsAndStems(head, query)
    let stage = ThirdStage(
      queryLength: query.plan.length,
      articles: stored?.articles ?? query.ranking.statistics.articles, trace: trace)
    let counts = StemCounts(stored: stored, vocabulary: hitVocabulary, reader: query.reader)
    return stage.rerank(head, words, counts: try counts.counts(of: words.stems))
      + candidates.dropFirst(ThirdStage.depth)
  }

  private var hitStopWords: Set<String> {
    language == state.index.language
      ? stopWords : stopWords.union(StopWords.terms(language: state.index.language))
  }

  /// The words of the hits; meanwhile another core, where there is one, reads the count of stems.
  private func wordsAndStems(
    _ head: [Candidate], _ query: PreparedQuery
  ) throws -> (HitWords, StemStatistics?) {
    let text = try state.index.hits.text
    let words = {
      try HitWords(
        of: head, table: StemNumbers(stopWords: hitStopWords, stem: hitVocabulary.stem),
        statistics: query.ranking.statistics, text: text)
    }
    guard !state.knowsStems, let other = query.postings.sections.dropFirst().last?.section.reader
    else { return (try words(), try state.stems(by: state.reader)) }
    defer { for reader in [state.reader, other] { reader.claim() } }
    return try Cores.both(
      {
        state.reader.claim()
        return try words()
      },
      {
        other.claim()
        return try state.stems(by: other)
      })
  }
}
