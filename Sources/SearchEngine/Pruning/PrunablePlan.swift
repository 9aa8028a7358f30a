internal import IndexDefinition

/// A plan whose best hits can be found without a look at every match: words of which each or any
/// must be there, and filters.
struct PrunablePlan {
  /// Every word must be there; else any of them.
  let isConjunction: Bool
  /// Query terms of the plan, each once, those that score in query order first.
  let terms: [Int]
  let filters: [(filter: ArticleFilter, isExcluded: Bool)]

  /// Nil for a plan of another shape.
  init?(_ plan: QueryPlan, _ facets: FacetFilters) {
    guard plan.phraseFirst == nil, let (root, filters) = plan.rootAndFilters else { return nil }
    switch root {
    case .term, .and: isConjunction = true
    case .or: isConjunction = false
    case .everything, .nothing, .not, .filter: return nil
    }
    let required = Set(root.allTerms)
    let scoring = plan.frequencies.map(\.term)
    guard required.isSuperset(of: scoring), required.allSatisfy({ plan.terms[$0].isWord }) else {
      return nil
    }
    terms = scoring + required.subtracting(scoring).sorted()
    self.filters = filters + facets.all.map { ($0, false) }
  }
}

extension QueryPlan {
  /// The root as a query term, or as an `and` or an `or` of query terms, and the filters beside it; nil where
  /// there is more to it.
  fileprivate var rootAndFilters: (root: MatchTree, [(filter: ArticleFilter, isExcluded: Bool)])? {
    guard case .and(let parts) = root else { return root.isFlat ? (root, []) : nil }
    var words: [MatchTree] = []
    var found: [(filter: ArticleFilter, isExcluded: Bool)] = []
    for part in parts {
      switch part {
      case .filter(let filter): found.append((filters[filter], false))
      case .not(.filter(let filter)): found.append((filters[filter], true))
      default: words.append(part)
      }
    }
    let root = words.count == 1 ? words[0] : .and(words)
    return words.isEmpty || !root.isFlat ? nil : (root, found)
  }
}

extension MatchTree {
  /// A term, or query terms side by side.
  fileprivate var isFlat: Bool {
    switch self {
    case .term: true
    case .and(let parts), .or(let parts):
      parts.allSatisfy { if case .term = $0 { true } else { false } }
    case .everything, .nothing, .not, .filter: false
    }
  }
}
