/// The articles that hold a phrase.
///
/// Rows come from the terms that are not stop words, met with each other; only there are all
/// positions looked at, so that a phrase costs what its rare words cost.
struct PhraseReader {
  let source: any PostingSource
  let variant: Leaf.Variant
  let stopWords: Set<String>

  /// Calls `body` with each article and the phrase's occurrences there, ascending.
  ///
  /// - Parameter candidates: Articles that may hold it, ascending; nil: any.
  func forEachArticle(
    among candidates: [UInt32]? = nil, _ body: (Int64, [Occurrence]) throws -> Void
  ) throws {
    guard let rows = try candidates ?? commonRows(), !rows.isEmpty, let slots = try slots() else {
      return
    }
    var matcher = PhraseMatcher(slotCount: slots.count, slop: variant.slop)
    var lists = [[Occurrence]](repeating: [], count: slots.count)
    var found: [Occurrence] = []
    for row in rows {
      for index in lists.indices { lists[index].removeAll(keepingCapacity: true) }
      for (index, slot) in slots.enumerated() {
        try slot.appendOccurrences(in: Int64(row), to: &lists[index])
        if lists[index].isEmpty { break }
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

  /// The articles that hold every telling slot; nil when some slot has no postings.
  private func commonRows() throws -> [UInt32]? {
    let telling = variant.slots.filter { !$0.allSatisfy(stopWords.contains) }
    var common: [UInt32]?
    for terms in telling.isEmpty ? variant.slots : telling {
      var builder = PostingsBuilder(fields: [.title, .body, .bigrams])
      for term in terms {
        builder.beginRun(isTyped: true)
        try source.postings(of: term)?.decode(into: &builder)
      }
      let rows = builder.finish().rows
      common = common?.intersection(ascending: rows) ?? rows
      if common?.isEmpty == true { return nil }
    }
    return common
  }
}

extension [UInt32] {
  /// The numbers in both of two ascending lists.
  func intersection(ascending other: [UInt32]) -> [UInt32] {
    var at = 0
    return filter { number in
      while at < other.count, other[at] < number { at += 1 }
      return at < other.count && other[at] == number
    }
  }
}
