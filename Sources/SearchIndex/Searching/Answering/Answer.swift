internal import GRDB
internal import IndexDefinition
internal import QueryLanguage
internal import Tokenizing

/// One answer in the making: plan, evaluate, rank, fetch; all in one read transaction.
struct Answer {
  let request: SearchRequest
  let corpus: Corpus
  private let filters: FilterResolver
  private let stopWords: Set<String>
  private let vocabulary: Vocabulary
  /// Nil unless the scores are to be explained.
  private let sheet: ScoreSheet?

  init(request: SearchRequest, corpus: Corpus) throws {
    self.request = request
    self.corpus = corpus
    filters = FilterResolver(
      database: corpus.database, countryFocus: request.filters.countryFocus)
    let language = try request.filters.language ?? Self.defaultLanguage(corpus.database)
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
      results = try Answer(request: request, corpus: corpus).plainResults(receive)
      results.notes = notes
    }
    results.notes += relaxed.notes
    return results
  }

  private func plainResults(_ receive: (Hit) throws -> Void) throws -> SearchResults {
    let plan = try planned(request.query)
    let (facetFilters, filterNotes) = try facetFilters()
    let reader = LeafReader(source: corpus.source, stopWords: stopWords)
    let postings = try postings(of: plan, reader)
    let ranking = Ranking(
      plan: plan, postings: postings, statistics: statistics, words: request.after?.snapshot.words)
    let snapshot = try snapshot(ranking)
    let recency = request.recency.map { Recency($0, newest: snapshot.newest) }
    let evaluation = try evaluate(plan, postings, ranking, recency, facetFilters)
    let ranked = try rank(evaluation.top, plan, postings, ranking, reader)
    let page = Paging(request: request, snapshot: snapshot, reranked: ranked.reranked)
      .page(of: ranked.candidates)
    var results = SearchResults(
      text: request.text, understood: String(describing: request.query), total: evaluation.total,
      seconds: 0, hits: [],
      notes: request.parserNotes + plan.notes + filterNotes)
    if request.explains { results.tree = request.query.tree }
    results.next = page.next
    try addFacets(evaluation, facetFilters, to: &results)
    try fetch(page.hits, plan, explaining(ranking, plan, postings), receive)
    return results
  }

  private static func defaultLanguage(_ database: Database) throws -> String {
    try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'language'") ?? "en"
  }
}

// MARK: - The state of the index

extension Answer {
  /// Those of the first page.
  private var statistics: CorpusStatistics {
    request.after?.snapshot.statistics ?? corpus.statistics
  }

  private func snapshot(_ ranking: Ranking) throws -> Snapshot {
    if let snapshot = request.after?.snapshot { return snapshot }
    return Snapshot(
      lastRow: UInt32(clamping: corpus.lastRow), statistics: corpus.statistics,
      newest: request.recency == nil ? 0 : try Recency.newest(corpus.database),
      words: ranking.words)
  }
}

// MARK: - Finding nothing

extension Answer {
  private var relaxation: Relaxation {
    let tokenizer = Tokenizer()
    return Relaxation(
      request: request, count: total, suggestions: suggestions,
      isStopWord: { tokenizer.terms(in: $0).allSatisfy(stopWords.contains) })
  }

  /// Words of the index that `word` may be meant for, best first; none for several words.
  func suggestions(for word: String) throws -> [String] {
    let terms = Tokenizer().terms(in: word)
    guard terms.count == 1 else { return [] }
    return try DidYouMean(source: corpus.source, count: articles).suggestions(for: terms[0])
  }

  /// The exact total of another request over the same index.
  private func total(of request: SearchRequest) throws -> Int {
    var bare = request
    bare.facets = []
    bare.timeline = nil
    bare.limit = 0
    bare.ranking = .fast
    return try Answer(request: bare, corpus: corpus).plainResults { _ in }.total
  }

  /// The number of articles that hold the terms one after the other.
  private func articles(with terms: [String]) throws -> Int {
    let phrase = Leaf.Variant(terms.map { [$0] }, isTyped: true)
    return try LeafReader(source: corpus.source, stopWords: stopWords)
      .postings(of: Leaf(variants: [phrase], fields: .text, text: "")).count
  }
}

// MARK: - Plan

extension Answer {
  /// What is looked up for the request.
  func plan() throws -> QueryPlan { try planned(request.query) }

  /// The plan of a query with the filters that are no facet's own.
  private func planned(_ query: Query) throws -> QueryPlan {
    var plan = try Planner(
      vocabulary: vocabulary, filters: filters, match: request.match, stopWords: stopWords,
      synonyms: SynonymTable(request.synonyms, stem: vocabulary.stem)
    ).plan(query)
    for (resolved, isExcluded) in try fixedFilters() {
      plan.filters.append(resolved.filter)
      plan.notes += resolved.notes
      let node = Plan.filter(plan.filters.count - 1)
      plan.root = .and([plan.root, isExcluded ? .not(node) : node])
    }
    return plan
  }

  private func fixedFilters() throws -> [(FilterResolver.Resolution, isExcluded: Bool)] {
    var fixed: [(FilterResolver.Resolution, isExcluded: Bool)] = []
    let wanted = request.filters
    if !wanted.excludedPeople.isEmpty {
      fixed.append((try filters.people(wanted.excludedPeople), true))
    }
    if !wanted.excludedCountries.isEmpty {
      fixed.append((try filters.countries(wanted.excludedCountries), true))
    }
    if let language = wanted.language {
      fixed.append((.init(filter: FilterResolver.language(language)), false))
    }
    if let snapshot = request.after?.snapshot {
      fixed.append((.init(filter: .rowsThrough(snapshot.lastRow)), false))
    }
    return fixed
  }

  private func facetFilters() throws -> (FacetFilters, notes: [String]) {
    let wanted = request.filters
    let people = wanted.people.isEmpty ? nil : try filters.people(wanted.people)
    let countries = wanted.countries.isEmpty ? nil : try filters.countries(wanted.countries)
    var facets = FacetFilters(people: people?.filter, countries: countries?.filter)
    if !wanted.dates.isEmpty || wanted.undated {
      facets.dates = .dates(wanted.dates, undated: wanted.undated)
    }
    return (facets, (people?.notes ?? []) + (countries?.notes ?? []))
  }
}

// MARK: - Evaluation

extension Answer {
  /// The postings of every leaf; the bare phrase's are looked for last, where all words stand.
  private func postings(of plan: QueryPlan, _ reader: LeafReader) throws -> [Postings] {
    var postings: [Postings] = []
    for (index, leaf) in plan.leaves.enumerated() where index != plan.phraseFirst {
      postings.append(try reader.postings(of: leaf))
    }
    if let phrase = plan.phraseFirst {
      let words = Set(plan.words.map(\.leaf)).map { postings[$0].rows }
      let common = words.sorted { $0.count < $1.count }
        .reduce(nil as [UInt32]?) { $0?.intersection(ascending: $1) ?? $1 }
      postings.append(try reader.postings(of: plan.leaves[phrase], among: common))
    }
    return postings
  }

  private func evaluate(
    _ plan: QueryPlan, _ postings: [Postings], _ ranking: Ranking, _ recency: Recency?,
    _ facets: FacetFilters
  ) throws -> Evaluation {
    let filters = FilterEvaluator(columns: ColumnReader(corpus.database))
    var evaluator = Evaluator(
      matches: MatchEvaluator(plan: plan, postings: postings, filters: filters),
      facetFilters: facets,
      scorer: WindowScorer(weights: ranking.weights, statistics: statistics),
      sort: sort(plan), recency: recency, timeline: request.timeline?.kind,
      keep: max(Proximity.depth, request.reach(articles: Int(corpus.lastRow))),
      counters: counters())
    return try evaluator.run(lastRow: corpus.lastRow)
  }

  /// Without words there is nothing to be relevant to: the newest come first.
  private func sort(_ plan: QueryPlan) -> SearchRequest.Sort {
    request.sort == .relevance && plan.words.isEmpty ? .newest : request.sort
  }

  private func counters() -> Evaluation {
    var counters = Evaluation()
    if request.timeline != nil { counters.timeline = [] }
    for facet in request.facets + (request.timeline.map { [$0] } ?? []) {
      switch facet.kind {
      case .person: counters.people = EntityCounter(highest: corpus.lastEntity)
      case .country: counters.countries = EntityCounter(highest: corpus.lastEntity)
      case .date: counters.dates = DateCounter()
      }
    }
    counters.countries?.countsFocusOnly = request.filters.countryFocus
    return counters
  }

  /// The hits in order, and how many of the first the third stage has put in it.
  private func rank(
    _ top: [Candidate], _ plan: QueryPlan, _ postings: [Postings], _ ranking: Ranking,
    _ reader: LeafReader
  ) throws -> (candidates: [Candidate], reranked: Int) {
    guard request.ranking == .best, sort(plan) == .relevance else { return (top, 0) }
    let ranked = try SecondStage(
      plan: plan, postings: postings, ranking: ranking, reader: reader, sheet: sheet
    ).rerank(top)
    guard plan.isRerankable, request.after?.last == nil else { return (ranked, 0) }
    let candidates = try thirdStage(reader).rerank(ranked, queryLength: plan.words.count)
    return (candidates, min(ThirdStage.depth, candidates.count))
  }

  private func thirdStage(_ reader: LeafReader) throws -> ThirdStage {
    let stored = try StemCounter(database: corpus.database).stored()
    return ThirdStage(
      table: StemNumbers(stopWords: stopWords, stem: vocabulary.stem),
      statistics: statistics, articles: stored?.articles ?? statistics.articles,
      text: try HitLoader(corpus.database).text,
      counts: StemCounts(stored: stored, vocabulary: vocabulary, reader: reader).counts,
      sheet: sheet)
  }
}

// MARK: - What is shown

extension Answer {
  private func fetch(
    _ candidates: some Sequence<Candidate>, _ plan: QueryPlan,
    _ explain: (Candidate) -> [ScorePart],
    _ receive: (Hit) throws -> Void
  ) throws {
    let loader = try HitLoader(corpus.database)
    let snippets = request.wantsSnippets ? PassageMaker(plan.matchPattern) : nil
    for candidate in candidates {
      guard var hit = try loader.hit(of: candidate, snippets: snippets, request: request) else {
        continue
      }
      hit.explanation = explain(candidate)
      try receive(hit)
    }
  }

  /// The parts of a shown candidate's score: each word's BM25, then what the later stages added.
  private func explaining(
    _ ranking: Ranking, _ plan: QueryPlan, _ postings: [Postings]
  ) -> (Candidate) -> [ScorePart] {
    guard let sheet else { return { _ in [] } }
    return { candidate in
      let norm = ranking.norm(of: candidate)
      let words = ranking.parts.map { part in
        let frequency = Double(postings[part.leaf].frequency(in: candidate.row))
        return ScorePart(
          .word, name: plan.leaves[part.leaf].text,
          value: part.weight * BM25.saturation(frequency, norm: norm))
      }
      if request.recency != nil {
        sheet.note(
          .recency, of: candidate.row, from: candidate.score,
          to: candidate.score * candidate.factor)
      }
      return words + sheet.gains(of: candidate.row)
    }
  }

  private func addFacets(
    _ evaluation: Evaluation, _ filters: FacetFilters, to results: inout SearchResults
  ) throws {
    for facet in request.facets {
      switch facet.kind {
      case .person:
        results.people = try entityFacet(facet, evaluation.people, filters.people)
      case .country:
        results.countries = try entityFacet(facet, evaluation.countries, filters.countries)
      case .date:
        results.dates = evaluation.dates.map {
          DateFacet(
            interval: request.dateInterval, counter: $0, selected: request.filters.dates
          ).result()
        }
        results.dates?.undatedIsSelected = request.filters.undated
      }
    }
    results.timeline = try timeline(evaluation, filters, results.dates)
  }

  /// The page of a facet by date, in the interval of the date facet where there is one.
  private func timeline(
    _ evaluation: Evaluation, _ filters: FacetFilters, _ dates: DateFacetResult?
  ) throws -> Timeline? {
    guard let wanted = request.timeline, let rows = evaluation.timeline,
      let column = ColumnLayout.Column(wanted.kind)
    else { return nil }
    let facet = try entityFacet(
      wanted, wanted.kind == .person ? evaluation.people : evaluation.countries,
      wanted.kind == .person ? filters.people : filters.countries)
    let values = try (facet?.buckets ?? []).compactMap { bucket in
      try UInt32.fetchOne(
        corpus.database, sql: "SELECT id FROM entity WHERE kind = ? AND value = ?",
        arguments: [column.rawValue, bucket.value]
      ).map { TimelineFacet.Value(id: $0, bucket: bucket) }
    }
    let interval = dates?.within?.interval ?? dates?.interval
    return try TimelineFacet(
      column: column, values: values, interval: interval ?? request.dateInterval,
      countsFocusOnly: column == .country && request.filters.countryFocus
    ).result(over: rows, in: ColumnReader(corpus.database))
  }

  private func entityFacet(
    _ facet: FacetRequest, _ counter: EntityCounter?, _ filter: ArticleFilter?
  ) throws -> FacetResult? {
    guard let counter else { return nil }
    var selected: Set<UInt32> = []
    switch filter {
    case .entities(_, let ids), .focus(let ids): selected = Set(ids)
    default: break
    }
    return try EntityFacet(
      database: corpus.database, request: facet, counter: counter, selected: selected
    ).result()
  }
}
