/// A query made ready: what to look up, how to combine it, what to score.
struct QueryPlan {
  /// One appearance of a query term in the query.
  struct Word: Equatable {
    var term: Int
    /// Counts the words that are not stop words.
    var ordinal: Int
    /// Counts tokens as typed, stop words included.
    var position: Int
    /// Of its weight that counts: less for what was not typed as it stands.
    var share = 1.0
    /// The query term that it is another spelling of, whose weight it does not exceed: a spelling is
    /// not rare because few use it.
    var bound: Int?
  }

  var root: MatchTree = .everything
  var terms: [QueryTerm] = []
  /// Query terms that are other spellings of a word, and those of words that have such.
  var spellings: Set<Int> = []
  var widened: Set<Int> = []
  var filters: [ArticleFilter] = []
  /// Words that score, in query order.
  var words: [Word] = []
  /// The bare words of the query as one phrase: articles that hold it come first.
  var phraseFirst: Int?
  /// False when all that was asked is quoted or exact: such look-ups are not re-ranked.
  var isRerankable = false
  var notes: [String] = []

  /// Words as typed that score.
  var length: Int { Set(words.map(\.ordinal)).count }

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

  /// The words and phrases side by side, whether all or any of them must be there; without what only
  /// restricts.
  var clauses: [MatchTree] {
    switch self {
    case .and(let parts):
      parts.count { !$0.isRestriction } == 1
        ? parts.flatMap(\.clauses) : parts.filter { !$0.isRestriction }
    case .or(let parts): parts
    case .term: [self]
    case .everything, .nothing, .not, .filter: []
    }
  }

  /// A part that is tested article by article instead of listed.
  var isRestriction: Bool {
    switch self {
    case .filter, .not: true
    default: false
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
