internal import OperatingSystem

/// How frequent the words are that queries have read to their ends, by term: FTS5 keeps no such
/// numbers, so a word's are known from its second query on.
///
/// Good for one state of the index; any number of cores may ask and note at once.
final class TermCounts: Sendable {
  struct Count: Sendable {
    var articles: Int
    /// In all articles.
    var occurrences: Int
    /// The highest weighted frequency in an article.
    var highestFrequency: Float

    static let zero = Count(articles: 0, occurrences: 0, highestFrequency: 0)
  }

  /// Some 100 bytes each.
  private static let limit = 100_000

  private let known = Guarded<[QueryTerm: Count]>([:])

  /// Words alone are worth remembering.
  func note(_ count: @autoclosure () -> Count, of term: QueryTerm) {
    guard term.isWord, self.count(of: term) == nil else { return }
    let count = count()
    known.withLock { known in
      if known.count < Self.limit { known[term] = count }
    }
  }

  func count(of term: QueryTerm) -> Count? { known.withLock { $0[term] } }
}
