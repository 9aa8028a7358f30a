/// A query made ready: what to look up, how to combine it, what to score.
struct QueryPlan {
  /// One appearance of a query term in the query.
  struct Word: Equatable {
    var term: Int
    /// Counts the words that are not stop words.
    var ordinal: Int
    /// Counts tokens as typed, stop words included.
    var position: Int
  }

  var root: MatchTree = .everything
  var terms: [QueryTerm] = []
  var filters: [ArticleFilter] = []
  /// Words that score, in query order.
  var words: [Word] = []
  /// The bare words of the query as one phrase: articles that hold it come first.
  var phraseFirst: Int?
  /// False when all that was asked is quoted or exact: such look-ups are not re-ranked.
  var isRerankable = false
  var notes: [String] = []

  /// Times each scoring term was asked, by first appearance.
  var frequencies: [(term: Int, count: Int)] {
    var counts: [(term: Int, count: Int)] = []
    for word in words {
      if let at = counts.firstIndex(where: { $0.term == word.term }) {
        counts[at].count += 1
      } else {
        counts.append((word.term, 1))
      }
    }
    return counts
  }
}
