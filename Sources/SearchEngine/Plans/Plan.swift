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

  /// The same set with an `and` inside an `and` taken apart, so that each part is met in the order
  /// that costs least.
  var flattened: Plan {
    switch self {
    case .and(let parts):
      .and(
        parts.map(\.flattened).flatMap { part in
          if case .and(let inner) = part { inner } else { [part] }
        })
    case .or(let parts): .or(parts.map(\.flattened))
    case .not(let part): .not(part.flattened)
    case .everything, .nothing, .leaf, .filter: self
    }
  }

  /// Leaves that every match meets, told without looking into parts of other kinds.
  var requiredLeaves: [Int] {
    switch self {
    case .leaf(let leaf): [leaf]
    case .and(let parts): parts.flatMap(\.requiredLeaves)
    default: []
    }
  }

  /// Every leaf of the tree, as often as it stands there.
  var allLeaves: [Int] {
    switch self {
    case .everything, .nothing, .filter: []
    case .leaf(let leaf): [leaf]
    case .not(let part): part.allLeaves
    case .and(let parts), .or(let parts): parts.flatMap(\.allLeaves)
    }
  }

  /// The leaves that can bring a match, in order of appearance; those under a `not` cannot.
  var positiveLeaves: [Int] {
    switch self {
    case .everything, .nothing, .not, .filter: []
    case .leaf(let leaf): [leaf]
    case .and(let parts), .or(let parts): parts.flatMap(\.positiveLeaves)
    }
  }
}
