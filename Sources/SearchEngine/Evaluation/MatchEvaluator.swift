internal import IndexDefinition

/// The articles of a window that meet a plan.
///
/// Only what can be met is looked at: lists are met from the shortest on, and filters and `not`
/// look at the articles that the lists have left.
final class MatchEvaluator {
  let plan: QueryPlan
  /// One a query term of the plan.
  let postings: [Postings]
  let filters: FilterEvaluator
  private let buffers = RowBuffers()
  /// Where the window's part of each query term's postings lies.
  private var ranges: [Range<Int>]

  init(plan: QueryPlan, postings: [Postings], filters: FilterEvaluator) {
    self.plan = plan
    self.postings = postings
    self.filters = filters
    ranges = postings.map { _ in 0..<0 }
  }

  /// Windows are visited in ascending order; lists of the one before are no longer valid.
  func move(to window: UInt32) {
    assert(window >= filters.columns.window, "windows ascend")
    buffers.reset()
    filters.columns.move(to: window)
    let first = window << ColumnLayout.chunkShift
    let last = first | UInt32(ColumnLayout.chunkSize - 1)
    for term in postings.indices {
      let rows = postings[term].rows
      let start = rows.lowerBound(first, from: ranges[term].upperBound)
      let end = last == .max ? rows.count : rows.lowerBound(last + 1, from: start)
      ranges[term] = start..<end
    }
  }

  /// The first window from `window` on that may hold a match, told by the postings alone.
  func nextWindow(from window: UInt32) -> UInt32? {
    plan.root.nextWindow(from: window) { term in
      let rows = postings[term].rows
      let at = rows.lowerBound(window << ColumnLayout.chunkShift, from: ranges[term].upperBound)
      return at < rows.count ? rows[at] >> ColumnLayout.chunkShift : nil
    }
  }

  func rows(of node: MatchTree) throws -> Rows {
    switch node {
    case .everything: try filters.existing(into: buffers.take())
    case .nothing: Rows(start: nil, count: 0)
    case .term(let term): rows(of: term)
    case .and(let parts): try intersection(of: parts)
    case .or(let parts): try union(of: parts)
    case .not, .filter: try restricted(filters.existing(into: buffers.take()), by: node)
    }
  }

  /// The window's part of a query term's postings.
  func range(of term: Int) -> Range<Int> { ranges[term] }

  func rows(of term: Int) -> Rows { Rows(rebasing: postings[term].rows[ranges[term]]) }

  /// Those of `rows` that pass a filter.
  func rows(_ rows: Rows, passing filter: ArticleFilter) throws -> Rows {
    try filters.passing(filter, of: rows, into: buffers.take())
  }

  /// Those of `rows` that hold enough of the words' weight.
  func rows(_ rows: Rows, holdingEnough sums: HeldWeightSums) throws -> Rows {
    try sums.holdingEnough(of: rows, self, into: buffers.take())
  }

  private func intersection(of parts: [MatchTree]) throws -> Rows {
    let lists = try parts.filter { !$0.isRestriction }.map(rows(of:)).sorted { $0.count < $1.count }
    let common = lists.dropFirst().reduce(lists.first) { common, list in
      common?.intersection(list, into: buffers.take())
    }
    let rest = parts.filter(\.isRestriction).sorted { cost(of: $0) < cost(of: $1) }
    return try rest.reduce(common ?? filters.existing(into: buffers.take())) { rows, part in
      rows.isEmpty ? rows : try restricted(rows, by: part)
    }
  }

  /// What comes first leaves less to what costs more.
  private func cost(of restriction: MatchTree) -> Int {
    guard case .filter(let filter) = restriction else { return 3 }
    return switch plan.filters[filter] {
    case .dates, .language, .rowsThrough: 0
    case .rows: 1
    case .entities: 2
    }
  }

  private func restricted(_ rows: Rows, by restriction: MatchTree) throws -> Rows {
    switch restriction {
    case .filter(let filter): try self.rows(rows, passing: plan.filters[filter])
    case .not(.filter(let filter)):
      rows.subtracting(
        try self.rows(rows, passing: plan.filters[filter]), into: buffers.take())
    case .not(let part): rows.subtracting(try self.rows(of: part), into: buffers.take())
    default: rows.intersection(try self.rows(of: restriction), into: buffers.take())
    }
  }

  private func union(of parts: [MatchTree]) throws -> Rows {
    let lists = try parts.map(rows(of:)).filter { !$0.isEmpty }
    guard lists.count > 1 else { return lists.first ?? Rows(start: nil, count: 0) }
    let set = WindowSet()
    for list in lists { for row in list { set.insert(Int(row & ColumnLayout.offsetMask)) } }
    return set.rows(from: filters.columns.firstRow, into: buffers.take())
  }
}

extension MatchTree {
  /// The first window from `window` on in which the tree can match, by the next window of each
  /// term.
  fileprivate func nextWindow(from window: UInt32, _ next: (Int) -> UInt32?) -> UInt32? {
    switch self {
    case .everything, .not, .filter: window
    case .nothing: nil
    case .term(let term): next(term)
    case .or(let parts): parts.compactMap { $0.nextWindow(from: window, next) }.min()
    case .and(let parts):
      parts.reduce(window as UInt32?) { latest, part in
        guard let latest, let here = part.nextWindow(from: window, next) else { return nil }
        return max(latest, here)
      }
    }
  }
}
