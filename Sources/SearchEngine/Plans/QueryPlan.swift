/// A query made ready: what to look up, how to combine it, what to score.
struct QueryPlan {
  /// One appearance of a leaf in the query.
  struct Word: Equatable {
    var leaf: Int
    /// Counts the words that are not stop words.
    var ordinal: Int
    /// Counts tokens as typed, stop words included.
    var position: Int
  }

  var root: Plan = .everything
  var leaves: [Leaf] = []
  var filters: [ArticleFilter] = []
  /// Words that score, in query order.
  var words: [Word] = []
  /// The bare words of the query as one phrase: articles that hold it come first.
  var phraseFirst: Int?
  /// False when all that was asked is quoted or exact: such look-ups are not re-ranked.
  var isRerankable = false
  var notes: [String] = []

  /// Times each scoring leaf was asked, by first appearance.
  var frequencies: [(leaf: Int, count: Int)] {
    var counts: [(leaf: Int, count: Int)] = []
    for word in words {
      if let at = counts.firstIndex(where: { $0.leaf == word.leaf }) {
        counts[at].count += 1
      } else {
        counts.append((word.leaf, 1))
      }
    }
    return counts
  }
}
