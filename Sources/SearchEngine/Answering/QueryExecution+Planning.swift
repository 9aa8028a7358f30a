internal import QueryLanguage
internal import SearchModel

/// What is looked up.
extension QueryExecution {
  /// What is looked up for the request.
  ///
  /// The filters that are no facet's own are part of it.
  func plan() throws -> QueryPlan {
    var plan = try Planner(
      vocabulary: vocabulary, filters: filters, marked: request.filters.marked,
      match: match, stopWords: stopWords,
      synonyms: SynonymTable(request.synonyms, stem: vocabulary.stem), variants: variants,
      allowsMissing: whole != nil, elisions: request.match == .best ? language : nil,
      compounds: whole == nil ? nil : CompoundSplitter(vocabulary, language: language)
    ).plan(request.query)
    for (resolved, isExcluded) in try fixedFilters() {
      plan.filters.append(resolved.filter)
      plan.notes += resolved.notes
      let node = MatchTree.filter(plan.filters.count - 1)
      plan.root = .and([plan.root, isExcluded ? .not(node) : node])
    }
    plan.root = plan.root.flattened
    return plan
  }

  /// Strict modes take words as they are typed.
  private var variants: VariantFinder? {
    guard widens else { return nil }
    return VariantFinder(
      vocabulary: vocabulary, filters: filters, language: language, stopWords: stopWords,
      known: state.knownForms, memory: variantMemory)
  }

  private func fixedFilters() throws -> [(ResolvedFilter, isExcluded: Bool)] {
    var fixed: [(ResolvedFilter, isExcluded: Bool)] = []
    let wanted = request.filters
    if !wanted.excludedPeople.isEmpty {
      fixed.append((try filters.people(wanted.excludedPeople, wanted.marked), true))
    }
    if !wanted.excludedCountries.isEmpty {
      fixed.append(
        (try filters.countries(wanted.excludedCountries, wanted.marked), true))
    }
    if let language = wanted.language, !countsLanguages {
      fixed.append((.init(filter: .language(named: language)), false))
    }
    if let frozen = after?.frozen {
      fixed.append((.init(filter: .rowsThrough(frozen.lastRow)), false))
    }
    return fixed
  }

  /// Whether languages are a facet, whose own filter is lifted for it.
  private var countsLanguages: Bool { request.facets.contains { $0.kind == .language } }

  func facetFilters() throws -> (FacetFilters, notes: [String]) {
    let wanted = request.filters
    let people = wanted.people.isEmpty ? nil : try filters.people(wanted.people, wanted.marked)
    let countries =
      wanted.countries.isEmpty
      ? nil : try filters.countries(wanted.countries, wanted.marked)
    var facets = FacetFilters(people: people?.filter, countries: countries?.filter)
    if !wanted.dates.isEmpty || wanted.undated {
      facets.dates = .dates(wanted.dates, undated: wanted.undated)
    }
    if countsLanguages { facets.languages = wanted.language.map { .language(named: $0) } }
    return (facets, (people?.notes ?? []) + (countries?.notes ?? []))
  }

  /// Hands `body` the plan with what the index holds of its words, read section by section.
  func withPrepared<R>(_ body: (PreparedQuery) throws -> R) throws -> R {
    var plan = try plan()
    let (facetFilters, notes) = try facetFilters()
    plan.notes += notes
    let pruned = prunable(plan, facetFilters)
    return try state.withSections(isLarge: { try pruned == nil && isLarge(plan) }) { sections in
      try body(prepared(plan, facetFilters, pruned, sections))
    }
  }

  private func prepared(
    _ plan: QueryPlan, _ facetFilters: FacetFilters, _ pruned: PrunablePlan?,
    _ sections: [Section]
  ) throws -> PreparedQuery {
    let reader = QueryTermReader(source: state.postings, pool: state.reader.bufferPool)
    let postings = PlanPostings(
      sections: try pruned == nil
        ? postings(of: plan, sections) : [(sections[0], unread(plan, reader))])
    postings.note(plan.terms, in: state.termCounts)
    let ranking = Ranking(
      plan: plan, postings: postings, statistics: statistics, words: after?.frozen.words)
    let frozen = try after?.frozen ?? frozenStatistics(ranking)
    return PreparedQuery(
      plan: plan, facetFilters: facetFilters, pruned: pruned, postings: postings, ranking: ranking,
      reader: reader, frozen: frozen,
      recency: request.recency.map { Recency($0, newest: frozen.newest) },
      held: whole.map { whole in
        HeldWeight(
          plan, postings, articles: statistics.articles, whole: whole)
      })
  }

  /// How the best hits are found alone, where nothing else is asked for and it is known how frequent
  /// the words are, which their scores depend on.
  private func prunable(_ plan: QueryPlan, _ filters: FacetFilters) -> PrunablePlan? {
    let wantsHitsAlone =
      !request.countsTotal && !canBePartial && request.facets.isEmpty
      && request.timeline == nil && !request.countsStories
    let isOnePass = request.sort == .relevance && request.ranking == .fast
    guard wantsHitsAlone, isOnePass, request.recency == nil, after == nil,
      !request.explains, state.postings.segments != nil,
      plan.terms.allSatisfy({ state.termCounts.count(of: $0) != nil })
    else { return nil }
    return PrunablePlan(plan, filters)
  }

  /// Postings that are left unread, with their counts.
  private func unread(_ plan: QueryPlan, _ reader: QueryTermReader) throws -> [Postings] {
    try plan.terms.compactMap { term in
      try state.termCounts.count(of: term).map {
        try reader.postings(of: term, among: nil, of: $0)
      }
    }
  }

  /// Those of the first page.
  private var statistics: CorpusStatistics {
    after?.frozen.statistics ?? state.statistics
  }

  private func frozenStatistics(_ ranking: Ranking) throws -> FrozenStatistics {
    FrozenStatistics(
      lastRow: UInt32(clamping: state.lastRow), statistics: state.statistics,
      newest: request.recency == nil ? 0 : try state.index.newestDate(),
      words: ranking.words)
  }

  private func postings(
    of plan: QueryPlan, _ sections: [Section]
  ) throws -> [(section: Section, postings: [Postings])] {
    try sections.mapOnCores(reader: \.reader) { section in
      let reader = QueryTermReader(
        source: section.reader.postings, pool: section.reader.bufferPool, rows: section.rows)
      let loader = PostingsLoader(plan: plan, reader: reader, counts: state.termCounts)
      return (section, try loader.postings())
    }
  }

  /// Whether there is enough to do to make it worth while to wake another core.
  ///
  /// A first query has the columns still to read, even of a few articles.
  private func isLarge(_ plan: QueryPlan) throws -> Bool {
    guard state.expectsMoreQueries else { return true }
    return try PlanSize(plan: plan, reader: QueryTermReader(source: state.postings)).pages(
      of: plan.root)
      >= state.pagesWorthACore
  }
}
