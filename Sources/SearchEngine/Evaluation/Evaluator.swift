internal import IndexDefinition
internal import SearchModel

/// Runs a plan over the index, window by window, in one pass: set, score, best hits, and the articles
/// that facets count.
///
/// A window is ``ColumnLayout/chunkSize`` consecutive article ids, so that every column is one
/// chunk of memory. Columns are read only where something matches.
struct Evaluator {
  /// Fewer articles of a window are scored sooner than passed.
  private static let leastToPass = 256

  let matches: MatchEvaluator
  let facetFilters: FacetFilters
  let scorer: WindowScorer
  let sort: SearchRequest.Sort
  let recency: Recency?
  private let held: HeldWeightSums?
  private let counted: CountedRows?
  private var total = 0
  private var top: TopHits
  /// The only word that scores, where every match holds it.
  private let word: (term: Int, weight: Double)?
  private let lengthFloors: LengthFloors
  private let frequencyThreshold = FrequencyThreshold()

  init(
    matches: MatchEvaluator, facetFilters: FacetFilters, scorer: WindowScorer,
    sort: SearchRequest.Sort, recency: Recency?, held: HeldWeight?, lengthFloors: LengthFloors,
    keep: Int, rows: CountedRows?
  ) {
    self.matches = matches
    self.facetFilters = facetFilters
    self.scorer = scorer
    self.sort = sort
    self.recency = recency
    self.held = held.map(HeldWeightSums.init)
    rows?.begin(facetFilters)
    counted = rows
    top = TopHits(capacity: keep)
    self.lengthFloors = lengthFloors
    let isPlain = sort == .relevance && recency == nil && matches.plan.phraseFirst == nil
    let term = isPlain && scorer.weights.count == 1 ? scorer.weights[0].term : nil
    word = matches.plan.root.requiredTerms.contains { $0 == term } ? scorer.weights[0] : nil
  }

  /// Evaluates the articles of `windows`.
  ///
  /// - Returns: How many match, and the best of them, best first.
  mutating func run(_ windows: Range<UInt32>) throws -> (total: Int, top: [Candidate]) {
    var next = matches.nextWindow(from: windows.lowerBound)
    while let window = next, window < windows.upperBound {
      matches.move(to: window)
      let met = try matches.rows(of: matches.plan.root)
      let base = try held.map { try matches.rows(met, holdingEnough: $0) } ?? met
      if !base.isEmpty { try evaluate(base) }
      next = matches.nextWindow(from: window + 1)
    }
    return (total, top.sorted)
  }

  private mutating func evaluate(_ base: Rows) throws {
    let narrowed = try FacetRows(base, facetFilters, matches)
    counted?.append(narrowed)
    total += narrowed.hits.count
    if !narrowed.hits.isEmpty { try rank(narrowed.hits) }
  }

  private mutating func rank(_ hits: Rows) throws {
    let columns = matches.filters.columns
    let lengths = try Lengths(columns)
    if let word, hits.count >= Self.leastToPass, matches.range(of: word.term).count == hits.count {
      return try offer(word.term, weight: word.weight, lengths)
    }
    let scores = scorer.scores(of: hits, matches, lengths)
    if sort != .relevance {
      try offerByDate(hits, scores, lengths)
    } else if matches.plan.phraseFirst != nil || recency != nil || held != nil {
      try offerInGroups(hits, scores, lengths)
    } else {
      try offer(hits, scores, lengths)
    }
  }

  private mutating func offer(
    _ hits: Rows, _ scores: UnsafePointer<Double>, _ lengths: Lengths
  ) throws {
    for index in 0..<hits.count where top.mayTake(scores[index]) {
      try offer(Candidate(hits[index], key: scores[index], score: scores[index], lengths))
    }
  }

  @inline(__always)
  private mutating func offer(_ candidate: Candidate) throws {
    let columns = matches.filters.columns
    try top.offer(candidate) { try columns.tie(of: candidate.row) }
  }

  /// The articles of a single word: most are passed because it is not frequent enough there, the others
  /// are scored.
  private mutating func offer(_ term: Int, weight: Double, _ lengths: Lengths) throws {
    let (postings, norm) = (matches.postings[term], scorer.norm)
    let floors = try lengthFloors.floors(matches.filters.columns)
    for index in matches.range(of: term) {
      let (row, frequency) = (postings.rows[index], postings.frequencies[index])
      let offset = Int(row & ColumnLayout.offsetMask)
      if frequency < frequencyThreshold.least[Int(floors[offset])] { continue }
      let score = weight * BM25.saturation(Double(frequency), norm: norm[lengths.weighted(offset)])
      guard top.mayTake(score) else { continue }
      try offer(Candidate(row, key: score, score: score, lengths))
      frequencyThreshold.raise(to: top.threshold, weight: weight, norm)
    }
  }

  /// Those that hold the words as a phrase, or every word where others hold most, come before all
  /// others; age counts where asked for.
  private mutating func offerInGroups(
    _ hits: Rows, _ scores: UnsafePointer<Double>, _ lengths: Lengths
  ) throws {
    let first = matches.plan.phraseFirst.map { matches.rows(of: $0) }
    let dates = try recency.map { _ in try matches.filters.columns.values(of: .date) }
    var at = 0
    for (index, row) in hits.enumerated() {
      var candidate = Candidate(row, key: scores[index], score: scores[index], lengths)
      if let recency, let dates {
        candidate.factor = recency.factor(dates[Int(row & ColumnLayout.offsetMask)])
        candidate.key *= candidate.factor
      }
      if let held { candidate.group = held.group(of: row) }
      if let first {
        at = first.lowerBound(row, from: at)
        candidate.group = at < first.count && first[at] == row ? 1 : 0
      }
      try offer(candidate)
    }
  }

  private mutating func offerByDate(
    _ hits: Rows, _ scores: UnsafePointer<Double>, _ lengths: Lengths
  ) throws {
    let dates = try matches.filters.columns.values(of: .date)
    let times = try matches.filters.columns.values(of: .time)
    for (index, row) in hits.enumerated() {
      let offset = Int(row & ColumnLayout.offsetMask)
      let key = key(dates[offset], times[offset])
      var candidate = Candidate(row, key: key, score: scores[index], lengths)
      if let held { candidate.group = held.group(of: row) }
      if candidate.group > 0 || top.mayTake(key) { try offer(candidate) }
    }
  }

  /// The sort key of a date with its time: later is higher for the newest first; undated is last either
  /// way, and so, on its day, is what has no time.
  private func key(_ date: Int32, _ time: Int32) -> Double {
    if date <= ColumnLayout.undated { return -.infinity }
    let day = Int64(date) << Article.timeOfDayBits
    if sort == .newest { return Double(day | Int64(time)) }
    let latest = Int64(1) << Article.timeOfDayBits - 1
    return -Double(day | (time == 0 ? latest : Int64(time)))
  }
}

extension Candidate {
  init(_ row: UInt32, key: Double, score: Double, _ lengths: Lengths) {
    let offset = Int(row & ColumnLayout.offsetMask)
    let title = lengths.titles[offset]
    self.init(
      row: row, group: 0, key: key, score: score, titleLength: title,
      length: title &+ lengths.bodies[offset])
  }
}

/// What one pass over all windows finds: the exact total, the best candidates, what facets count.
struct Evaluation {
  var total = 0
  var top: [Candidate] = []
  /// Nil when no facet is asked for.
  var counts: FacetCounts?
}

extension FacetRows {
  /// `base`: the articles that meet the query, before the facets' filters.
  init(_ base: Rows, _ filters: FacetFilters, _ matches: MatchEvaluator) throws {
    func passing(_ wanted: ArticleFilter?...) throws -> Rows {
      try wanted.reduce(base) { rows, filter in
        guard let filter else { return rows }
        return try matches.rows(rows, passing: filter)
      }
    }
    let (onDates, onPeople) = (filters.dates, filters.people)
    let (onCountries, onLanguages) = (filters.countries, filters.languages)
    hits = try passing(onDates, onPeople, onCountries, onLanguages)
    people = onPeople == nil ? hits : try passing(onDates, onCountries, onLanguages)
    countries = onCountries == nil ? hits : try passing(onDates, onPeople, onLanguages)
    dates = onDates == nil ? hits : try passing(onPeople, onCountries, onLanguages)
    languages = onLanguages == nil ? hits : try passing(onDates, onPeople, onCountries)
  }
}
