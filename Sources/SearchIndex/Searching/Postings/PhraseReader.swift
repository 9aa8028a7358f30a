/// The articles that hold a phrase.
///
/// Rows come from the word that fills the fewest pages; the others are asked about those rows alone,
/// the shorter first, and pages that hold none of them are passed over. So a phrase costs what its
/// rarest word costs.
struct PhraseReader {
  let source: any PostingSource
  let variant: Leaf.Variant

  /// Calls `body` with each article and the phrase's occurrences there, ascending.
  ///
  /// - Parameter candidates: Articles that may hold it, ascending; nil: any.
  func forEachArticle(
    among candidates: [UInt32]? = nil, _ body: (Int64, [Occurrence]) throws -> Void
  ) throws {
    guard let slots = try slots() else { return }
    let sizes = try slots.map { try $0.pageCount() }
    let order = slots.indices.sorted { sizes[$0] < sizes[$1] }
    let rows = try candidates ?? rows(ofSlot: order[0])
    var matcher = PhraseMatcher(slotCount: slots.count, slop: variant.slop)
    var lists = [[Occurrence]](repeating: [], count: slots.count)
    var found: [Occurrence] = []
    for row in rows {
      for index in lists.indices { lists[index].removeAll(keepingCapacity: true) }
      for slot in order {
        try slots[slot].appendOccurrences(in: Int64(row), to: &lists[slot])
        if lists[slot].isEmpty { break }
      }
      found.removeAll(keepingCapacity: true)
      matcher.appendMatches(of: lists, to: &found)
      if !found.isEmpty { try body(Int64(row), found) }
    }
  }

  /// The postings of each slot; nil when one has none.
  private func slots() throws -> [any TermPostings]? {
    var slots: [any TermPostings] = []
    for terms in variant.slots {
      let parts = try terms.compactMap { try source.postings(of: $0) }
      guard let first = parts.first else { return nil }
      slots.append(parts.count == 1 ? first : try ListPostings(union: parts))
    }
    return slots
  }

  /// The articles that hold a slot's word.
  private func rows(ofSlot slot: Int) throws -> [UInt32] {
    var builder = PostingsBuilder(fields: [.title, .body, .bigrams])
    for term in variant.slots[slot] {
      builder.beginRun(isTyped: true)
      try source.postings(of: term)?.decode(into: &builder)
    }
    let postings = builder.finish()
    return withExtendedLifetime(postings) { Array(postings.rows) }
  }
}
