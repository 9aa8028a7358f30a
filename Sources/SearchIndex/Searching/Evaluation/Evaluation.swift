internal import IndexDefinition

/// What one pass over all windows finds: the exact total, the best candidates, the facets' counts.
struct Evaluation {
  var total = 0
  var top: [Candidate] = []
  var people: EntityCounter?
  var countries: EntityCounter?
  var dates: DateCounter?
  /// The articles that a facet counts, ascending; nil unless they are to be counted by date.
  var timeline: [UInt32]?
}

/// The facets' own filters: a facet is counted with its own lifted.
struct FacetFilters {
  var people: ArticleFilter?
  var countries: ArticleFilter?
  var dates: ArticleFilter?
}
