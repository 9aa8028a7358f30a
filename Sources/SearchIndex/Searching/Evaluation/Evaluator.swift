internal import IndexDefinition

/// Runs a plan over the index, window by window, in one pass: set, score, best hits, facets.
///
/// A window is ``ColumnLayout/chunkSize`` consecutive article ids, so that a set of articles is 2 kB
/// of bits and every column is one chunk. Columns are read only where something matches.
struct Evaluator {
  let matches: MatchEvaluator
  let facetFilters: FacetFilters
  let scorer: WindowScorer
  let sort: SearchRequest.Sort
  let recency: Recency?
  /// The facet whose articles are kept.
  let timeline: FacetRequest.Kind?
  private var result = Evaluation()
  private var top: TopHits

  init(
    matches: MatchEvaluator, facetFilters: FacetFilters, scorer: WindowScorer,
    sort: SearchRequest.Sort, recency: Recency?, timeline: FacetRequest.Kind?, keep: Int,
    counters: Evaluation
  ) {
    self.matches = matches
    self.facetFilters = facetFilters
    self.scorer = scorer
    self.sort = sort
    self.recency = recency
    self.timeline = timeline
    result = counters
    top = TopHits(capacity: keep)
  }

  /// Evaluates the windows of articles up to `lastRow`.
  mutating func run(lastRow: Int64) throws -> Evaluation {
    for window in 0...UInt32(max(0, lastRow)) >> ColumnLayout.chunkShift {
      matches.filters.columns.move(to: window)
      let base = try matches.set(of: matches.plan.root)
      if !base.isEmpty { try evaluate(base) }
    }
    result.top = top.sorted
    return result
  }

  private mutating func evaluate(_ base: WindowSet) throws {
    let filters = matches.filters
    let people = try facetFilters.people.map(filters.set)
    let countries = try facetFilters.countries.map(filters.set)
    let dates = try facetFilters.dates.map(filters.set)
    let hits = base.intersected([people, countries, dates])
    let byPeople = base.intersected([countries, dates])
    let byCountries = base.intersected([people, dates])
    try count(
      people: byPeople, countries: byCountries, dates: base.intersected([people, countries]))
    keep(byPeople, byCountries)
    result.total += hits.count
    if !hits.isEmpty { try rank(hits) }
  }

  private mutating func keep(_ people: WindowSet, _ countries: WindowSet) {
    guard let timeline else { return }
    let first = matches.filters.columns.window << ColumnLayout.chunkShift
    (timeline == .person ? people : countries).forEach {
      result.timeline?.append(first | UInt32($0))
    }
  }

  private func count(people: WindowSet, countries: WindowSet, dates: WindowSet) throws {
    let columns = matches.filters.columns
    if let counter = result.people { counter.count(people, in: try columns.lists(of: .person)) }
    if let counter = result.countries {
      counter.count(countries, in: try columns.lists(of: .country))
    }
    if let counter = result.dates { counter.count(dates, in: try columns.values(of: .date)) }
  }

  private mutating func rank(_ hits: WindowSet) throws {
    let columns = matches.filters.columns
    let first = columns.window << ColumnLayout.chunkShift
    let titleLengths = try columns.values(of: .titleLength)
    let bodyLengths = try columns.values(of: .bodyLength)
    let phrases = try matches.plan.phraseFirst.map { try matches.set(of: .leaf($0)) }
    let dates = sort == .relevance && recency == nil ? nil : try columns.values(of: .date)
    let scores = scorer.scores(
      of: hits, matches: matches, titleLengths: titleLengths, bodyLengths: bodyLengths)
    hits.forEach { offset in
      let score = scores[offset]
      let date = sort == .relevance ? nil : dates.map { key($0[offset]) }
      let factor = dates.flatMap { recency?.factor($0[offset]) } ?? 1
      top.offer(
        Candidate(
          row: first + UInt32(offset),
          group: phrases?.contains(offset) == true && date == nil ? 1 : 0,
          key: date ?? score * factor, score: score, titleLength: titleLengths[offset],
          length: titleLengths[offset] + bodyLengths[offset], factor: factor))
    }
  }

  /// The sort key of a date: later is higher for the newest first; undated is last either way.
  private func key(_ date: Int32) -> Double {
    if date <= ColumnLayout.undated { return -.infinity }
    return sort == .newest ? Double(date) : -Double(date)
  }
}

extension WindowSet {
  /// The articles that are also in each of `others` that is there.
  fileprivate func intersected(_ others: [WindowSet?]) -> WindowSet {
    others.reduce(into: self) { result, other in
      if let other { result.formIntersection(other) }
    }
  }
}
