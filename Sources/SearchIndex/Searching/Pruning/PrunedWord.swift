internal import FTS5Segments
internal import IndexDefinition

/// A word of a pruned search: its postings, read once in ascending order, and its share of a score.
final class PrunedWord {
  /// One a form of the word.
  private let forms: [(cursor: PostingCursor, weights: FrequencyWeights)]
  /// What the saturation of its frequency is multiplied by.
  let weight: Double
  /// Articles that hold it.
  let articles: Int
  /// Its weighted frequency by offset in the window, 0 where it was not met.
  let frequencies: UnsafeMutablePointer<Float>

  init(
    _ leaf: Leaf, weight: Double, articles: Int, in postings: SegmentPostings
  ) throws {
    self.weight = weight
    self.articles = articles
    forms = try leaf.variants.compactMap { variant in
      guard let term = variant.term, let cursor = try postings.cursor(of: term) else { return nil }
      return (cursor, FrequencyWeights(fields: leaf.fields, isTyped: variant.isTyped))
    }
    frequencies = .allocate(capacity: ColumnLayout.chunkSize)
    frequencies.initialize(repeating: 0, count: ColumnLayout.chunkSize)
  }

  deinit { frequencies.deallocate() }

  /// No article has a greater share of its score from this word.
  var bound: Double { weight * (BM25.k1 + 1) }

  /// The article of the next posting, or one before it; nil at the end.
  var nextRow: UInt32? {
    let next = forms.reduce(Int64.max) { min($0, $1.cursor.nextRowid) }
    return next == .max ? nil : UInt32(truncatingIfNeeded: next)
  }

  /// Meets the articles before `end`, but for those that cannot clear the hurdle.
  ///
  /// Most postings are then passed with a look at their size alone: an occurrence takes a byte at
  /// least, those in the title count twice, and two bytes say where the title ends. Short lists are
  /// counted before the article's length is looked at, which may be far away in memory.
  func meet(before end: Int64, _ hurdle: Hurdle, _ met: borrowing WindowSet) throws {
    let hurdle = forms.count == 1 ? hurdle : hurdle.none
    let frequencies = frequencies
    for (cursor, weights) in forms {
      try cursor.forEachPosting(below: end) { row, positions in
        let (size, titles) = (positions.byteCount, positions.firstColumnLimit)
        let most = Float(size &+ titles &- (titles < size ? 2 : 0))
        let offset = Int(truncatingIfNeeded: row) & Int(ColumnLayout.offsetMask)
        guard most >= hurdle.least, size <= 8 || hurdle.isCleared(by: most, offset) else { return }
        let frequency = weights.frequency(ColumnCounts(positions.frequencies))
        guard frequency > 0, frequency >= hurdle.least, hurdle.isCleared(by: frequency, offset)
        else { return }
        frequencies[offset] += frequency
        met.insert(offset)
      }
    }
  }

  /// Looks the word up in an article; rows ascend, and none has been met or looked up before.
  func lookUp(_ row: UInt32) throws {
    let offset = Int(row & ColumnLayout.offsetMask)
    for (cursor, weights) in forms {
      try cursor.skip(to: Int64(row))
      try cursor.forEachPosting(below: Int64(row) + 1) { _, positions in
        frequencies[offset] += weights.frequency(ColumnCounts(positions.frequencies))
      }
    }
  }
}

extension Leaf {
  /// Looking up more forms than this costs more than reading all matches.
  private static let formLimit = 16

  /// A word in one or a few forms, no phrase.
  var isWord: Bool {
    (1...Self.formLimit).contains(variants.count) && variants.allSatisfy { $0.term != nil }
  }
}
