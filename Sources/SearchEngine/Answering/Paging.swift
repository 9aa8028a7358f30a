internal import IndexDefinition
internal import QueryLanguage
internal import SearchModel

/// Cuts one page out of the ranked hits.
struct Paging {
  let request: SearchRequest
  /// Where the page before ended.
  let after: PageEnd?
  let frozen: FrozenStatistics
  /// How many of the ranked hits come first because the third stage says so; the others follow by
  /// their keys.
  let reranked: Int

  /// The page, and the cursor of the next; nil when there is none.
  func page(of ranked: [Candidate]) -> (hits: ArraySlice<Candidate>, next: Cursor?) {
    let passed = after.map { Set($0.ranked) } ?? []
    let rest = rest(of: ranked, passed)
    let hits = rest.prefix(request.limit)
    guard hits.count < rest.count, let last = hits.last else { return (hits, nil) }
    var next = PageEnd(
      fingerprint: request.fingerprint, frozen: frozen,
      count: (after?.count ?? request.offset) + hits.count, ranked: [])
    let head = ranked.prefix(reranked).map(\.row)
    if head.contains(last.row) {
      next.ranked = passed.union(head.prefix { $0 != last.row } + [last.row]).sorted()
    } else {
      next.ranked = passed.union(head).sorted()
      next.last = PageEnd.Place(
        group: last.group, key: last.key, tie: last.tie, row: last.row)
    }
    return (hits, next.cursor)
  }

  /// The hits that no page has shown; without a page before, the list itself, however long.
  private func rest(
    of ranked: [Candidate], _ passed: Set<UInt32>
  ) -> ArraySlice<Candidate> {
    guard let after else { return ranked.dropFirst(request.offset) }
    return ranked.filter { !passed.contains($0.row) && isAfter(after.last, $0) }
      .dropFirst(request.offset)
  }

  private func isAfter(_ place: PageEnd.Place?, _ candidate: Candidate) -> Bool {
    guard let place else { return true }
    let last = Candidate(
      row: place.row, group: place.group, key: place.key, score: 0, titleLength: 0, length: 0,
      tie: place.tie)
    return Candidate.isBetter(last, candidate)
  }
}

extension SearchRequest {
  /// Hits before the end of the page, and one more to know whether there is another page.
  ///
  /// - Parameter articles: the most that there can be.
  func reach(articles: Int, after: PageEnd?) -> Int {
    min(after?.count ?? offset, articles) + min(limit, articles) + 1
  }

  /// Equal for requests that a cursor may go between: all but what is shown of each hit.
  var fingerprint: UInt64 {
    var hash = ContentHash()
    let parts = [
      text, match.rawValue, wantsPartial ? nil : "whole", sort.rawValue, ranking.rawValue,
      filters == Filters() ? nil : "\(filters)",
      synonyms.groups.isEmpty ? nil : "\(synonyms.groups)", recency.map { "\($0.days)" },
    ]
    for part in parts { hash.add(part) }
    return UInt64(bitPattern: hash.value)
  }
}
