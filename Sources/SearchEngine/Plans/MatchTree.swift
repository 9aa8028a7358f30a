/// Which articles match, as a tree over the query terms and filters of a ``QueryPlan``.
indirect enum MatchTree: Equatable {
  /// Every article.
  case everything
  case nothing
  /// Number of a query term.
  case term(Int)
  case and([MatchTree])
  case or([MatchTree])
  case not(MatchTree)
  /// Number of a filter.
  case filter(Int)

  /// The same set with an `and` inside an `and` taken apart, so that each part is met in the order
  /// that costs least.
  var flattened: MatchTree {
    switch self {
    case .and(let parts):
      .and(
        parts.map(\.flattened).flatMap { part in
          if case .and(let inner) = part { inner } else { [part] }
        })
    case .or(let parts): .or(parts.map(\.flattened))
    case .not(let part): .not(part.flattened)
    case .everything, .nothing, .term, .filter: self
    }
  }

  /// Query terms that every match meets, told without looking into parts of other kinds.
  var requiredTerms: [Int] {
    switch self {
    case .term(let term): [term]
    case .and(let parts): parts.flatMap(\.requiredTerms)
    default: []
    }
  }

  /// Every query term of the tree, as often as it stands there.
  var allTerms: [Int] {
    switch self {
    case .everything, .nothing, .filter: []
    case .term(let term): [term]
    case .not(let part): part.allTerms
    case .and(let parts), .or(let parts): parts.flatMap(\.allTerms)
    }
  }
}
