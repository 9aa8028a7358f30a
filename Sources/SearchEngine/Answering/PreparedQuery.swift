/// A query with all that is looked up before articles are evaluated.
struct PreparedQuery {
  let plan: QueryPlan
  let facetFilters: FacetFilters
  /// How the best hits are found alone; nil where every match is visited.
  let pruned: PrunablePlan?
  let postings: PlanPostings
  let ranking: Ranking
  let reader: QueryTermReader
  /// The index as the answer's first page saw it.
  let frozen: FrozenStatistics
  /// Nil where age does not count.
  let recency: Recency?
}
