/// Which articles match, as a tree over the leaves and filters of a ``QueryPlan``.
indirect enum Plan: Equatable {
  /// Every article.
  case everything
  case nothing
  /// Number of a leaf.
  case leaf(Int)
  case and([Plan])
  case or([Plan])
  case not(Plan)
  /// Number of a filter.
  case filter(Int)

  /// The leaves that can bring a match, in order of appearance; those under a `not` cannot.
  var positiveLeaves: [Int] {
    switch self {
    case .everything, .nothing, .not, .filter: []
    case .leaf(let leaf): [leaf]
    case .and(let parts), .or(let parts): parts.flatMap(\.positiveLeaves)
    }
  }
}
