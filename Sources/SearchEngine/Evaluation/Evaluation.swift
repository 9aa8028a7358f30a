/// What one pass over all windows finds: the exact total, the best candidates, what facets count.
struct Evaluation {
  var total = 0
  var top: [Candidate] = []
  /// Nil when no facet is asked for.
  var counts: FacetCounts?
}
