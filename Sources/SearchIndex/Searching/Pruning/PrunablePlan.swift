internal import IndexDefinition

/// A plan whose best hits can be found without a look at every match: words of which each or any
/// must be there, and conditions on articles.
struct PrunablePlan {
  /// Every word must be there; else any of them.
  let isConjunction: Bool
  /// Leaves of the plan, each once, those that score in query order first.
  let leaves: [Int]
  let conditions: [(filter: ArticleFilter, isExcluded: Bool)]

  /// Nil for a plan of another shape.
  init?(_ plan: QueryPlan, _ filters: FacetFilters) {
    guard plan.phraseFirst == nil, let (root, conditions) = plan.conditions else { return nil }
    switch root {
    case .leaf, .and: isConjunction = true
    case .or: isConjunction = false
    case .everything, .nothing, .not, .filter: return nil
    }
    let required = Set(root.allLeaves)
    let scoring = plan.frequencies.map(\.leaf)
    guard required.isSuperset(of: scoring), required.allSatisfy({ plan.leaves[$0].isWord }) else {
      return nil
    }
    leaves = scoring + required.subtracting(scoring).sorted()
    self.conditions =
      conditions
      + [filters.people, filters.countries, filters.dates].compactMap { $0 }.map { ($0, false) }
  }
}

extension QueryPlan {
  /// The root as a leaf, or as an `and` or an `or` of leaves, and the filters beside it; nil where
  /// there is more to it.
  fileprivate var conditions: (root: Plan, [(filter: ArticleFilter, isExcluded: Bool)])? {
    guard case .and(let parts) = root else { return root.isFlat ? (root, []) : nil }
    var words: [Plan] = []
    var conditions: [(filter: ArticleFilter, isExcluded: Bool)] = []
    for part in parts {
      switch part {
      case .filter(let filter): conditions.append((filters[filter], false))
      case .not(.filter(let filter)): conditions.append((filters[filter], true))
      default: words.append(part)
      }
    }
    let root = words.count == 1 ? words[0] : .and(words)
    return words.isEmpty || !root.isFlat ? nil : (root, conditions)
  }
}

extension Plan {
  /// A leaf, or leaves side by side.
  fileprivate var isFlat: Bool {
    switch self {
    case .leaf: true
    case .and(let parts), .or(let parts):
      parts.allSatisfy { if case .leaf = $0 { true } else { false } }
    case .everything, .nothing, .not, .filter: false
    }
  }
}
