/// The articles that hold a phrase.
///
/// The words' postings are walked together, each passing what another one does not hold;
/// positions are looked at only where they meet. The word that fills the fewest pages leads, so
/// that a phrase costs what its rarest word costs.
struct PhraseReader {
  let source: any PostingSource
  let variant: QueryTerm.Variant
  /// The articles looked at.
  var rows = Range.everyRow

  /// Calls `body` with each article and the phrase's occurrences there, ascending.
  ///
  /// - Parameter candidates: Articles that may hold it, ascending; nil: any.
  func forEachArticle(
    among candidates: [UInt32]? = nil, _ body: (Int64, OccurrenceList) throws -> Void
  ) throws {
    guard let postings = try postings() else { return }
    let candidates = CandidateRows(candidates, below: rows.upperBound)
    // A word that a line's end broke is found alone: in its column it stands beside strangers.
    let body =
      variant.slots.count == 1
      ? body
      : { row, found in
        let found = Self.inText(found)
        if !found.isEmpty { try body(row, found) }
      }
    try withExtendedLifetime(postings) {
      let slots = try Self.slots(postings)
      if let slop = variant.slop {
        let matcher = NearMatcher(slots: slots.count, slop: slop)
        try Self.forEachMatch(
          of: slots, by: matcher, among: candidates, from: rows.lowerBound, body)
      } else {
        let matcher = PhraseMatcher()
        try Self.forEachMatch(
          of: slots, by: matcher, among: candidates, from: rows.lowerBound, body)
      }
    }
  }

  private struct Met: Error {}

  /// Whether an article has the phrase in one of `fields`; looks no further than the first.
  func isMet(in fields: FieldSet) throws -> Bool {
    do {
      try forEachArticle { _, found in
        if found.contains(where: { fields.contains(column: $0.column) }) { throw Met() }
      }
    } catch is Met {
      return true
    }
    return false
  }

  /// What holds each of the phrase's words; nil when nothing holds one.
  private func postings() throws -> [any WalkedPostings]? {
    var postings: [any WalkedPostings] = []
    for terms in variant.slots {
      let parts = try parts(terms)
      guard let first = parts.first else { return nil }
      postings.append(parts.count == 1 ? first : try UnionPostings(parts))
    }
    return postings
  }

  private func parts(_ terms: [String]) throws -> [any TermPostings] {
    if terms.count == 1 { return try source.postings(of: terms[0], in: rows).map { [$0] } ?? [] }
    var parts: [any TermPostings] = []
    let terms = terms.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    try source.forEachPostings(of: terms, in: rows) { _, postings in parts.append(postings) }
    return parts
  }

  private static func inText(_ found: OccurrenceList) -> OccurrenceList {
    guard let last = found.last, last.isJoined else { return found }
    return OccurrenceList(rebasing: found.prefix { !$0.isJoined })
  }

  /// Those that fill the fewest pages first.
  private static func slots(_ postings: [any WalkedPostings]) throws -> [PhraseSlot] {
    let pages = try postings.map { try $0.pageCount() }
    return postings.indices.sorted { (pages[$0], $0) < (pages[$1], $1) }
      .map { PhraseSlot(place: $0, walk: postings[$0].walk) }
  }

  private static func forEachMatch<Matcher: SlotMatcher & ~Copyable>(
    of slots: [PhraseSlot], by matcher: consuming Matcher, among candidates: CandidateRows,
    from first: Int64, _ body: (Int64, OccurrenceList) throws -> Void
  ) throws {
    var candidates = candidates
    var wanted = first
    while let row = candidates.next(from: wanted) {
      wanted = try matcher.find(slots, in: row)
      guard wanted == row else { continue }
      if !matcher.matches.isEmpty { try body(row, matcher.matches) }
      wanted += 1
    }
  }
}

/// The articles among which a phrase is looked for.
struct CandidateRows {
  private let rows: [UInt32]?
  /// The first article that is not asked about.
  private let end: Int64
  /// The first that is not passed.
  private var index = 0

  /// - Parameter rows: Ascending; nil: any below `end`.
  init(_ rows: [UInt32]?, below end: Int64 = Range.everyRow.upperBound) {
    assert(rows?.withUnsafeBufferPointer { $0.isAscending } ?? true, "rows ascend")
    self.rows = rows
    self.end = end
  }

  /// The first from `row` on, nil after the last; calls ascend.
  mutating func next(from row: Int64) -> Int64? {
    guard let rows else { return row < end ? row : nil }
    assert(index == 0 || Int64(rows[index - 1]) < row, "asked about \(row) after a later row")
    index = rows.withUnsafeBufferPointer { $0.lowerBound(UInt32(clamping: row), from: index) }
    return index < rows.count && row <= UInt32.max ? Int64(rows[index]) : nil
  }
}
