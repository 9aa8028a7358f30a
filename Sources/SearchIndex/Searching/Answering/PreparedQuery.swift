/// A query with all that is looked up before articles are evaluated.
struct PreparedQuery {
  let plan: QueryPlan
  /// One a leaf of the plan.
  let postings: [Postings]
  let ranking: Ranking
  let reader: LeafReader
  /// The index as the answer's first page saw it.
  let snapshot: Snapshot
  /// Nil where age does not count.
  let recency: Recency?
}
