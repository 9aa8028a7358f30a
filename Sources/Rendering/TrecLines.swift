package import SearchIndex

/// A ranked list in the form that trec_eval reads: `qid Q0 id rank score wsearch`.
///
/// trec_eval sorts by score, so scores are printed falling even where re-ranking or sorting by date
/// made them otherwise.
package struct TrecLines {
  private let results: SearchResults
  private let queryID: String

  package init(_ results: SearchResults, queryID: String) {
    self.results = results
    self.queryID = queryID
  }

  package var text: String {
    var lowest = Double.infinity
    return results.hits.enumerated().map { rank, hit in
      lowest = hit.score < lowest ? hit.score : lowest.nextDown
      return "\(queryID) Q0 \(hit.id) \(rank + 1) \(lowest) wsearch\n"
    }.joined()
  }
}
