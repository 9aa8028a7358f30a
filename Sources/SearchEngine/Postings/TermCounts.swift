internal import OperatingSystem

/// How frequent the words are that queries have read to their ends, by leaf: FTS5 keeps no such
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

  private let known = Guarded<[Leaf: Count]>([:])

  /// Words alone are worth remembering.
  func note(_ count: @autoclosure () -> Count, of leaf: Leaf) {
    guard leaf.isWord, self.count(of: leaf) == nil else { return }
    let count = count()
    known.withLock { known in
      if known.count < Self.limit { known[leaf] = count }
    }
  }

  func count(of leaf: Leaf) -> Count? { known.withLock { $0[leaf] } }
}
