internal import FTS5Segments
internal import IndexDefinition

/// A word of a pruned search: its postings, read once in ascending order, and its share of a score.
final class PrunedWord {
  /// What the word's postings are read with.
  private let cursors: [PostingCursor]
  let reading: Reading
  /// Articles that hold it.
  let articles: Int
  /// No article has a greater share of its score from this word.
  let bound: Double
  private let threshold = FrequencyThreshold()

  init(
    _ term: QueryTerm, weight: Double, count: TermCounts.Count, _ norm: BM25.LengthNorm,
    in postings: SegmentPostings
  ) throws {
    let forms = try term.variants.compactMap { variant in
      try variant.term.flatMap { try postings.cursor(of: $0) }.map { cursor in
        (cursor, FrequencyWeights(fields: term.fields, isTyped: variant.isTyped))
      }
    }
    cursors = forms.map(\.0)
    articles = count.articles
    bound = weight * BM25.saturation(Double(count.highestFrequency), norm: norm[0])
    reading = Reading(forms, weight: weight, bound: bound)
  }

  deinit {
    reading.forms.deallocate()
    reading.frequencies.deallocate()
  }

  /// The article of the next posting, or one before it; nil at the end.
  func nextRow() throws -> UInt32? {
    let next = try reading.forms.reduce(Int64.max) { min($0, try $1.walk.next(from: 0)) }
    return next > Int64(UInt32.max) ? nil : UInt32(clamping: next)
  }

  /// From now on passes articles that cannot score more than `score`, of which all other words can
  /// bring `others`.
  ///
  /// What several forms of a word bring together no single posting tells.
  func raiseThreshold(to score: Double, others: Double, _ norm: BM25.LengthNorm) {
    if cursors.count == 1 { threshold.raise(to: score - others, weight: reading.weight, norm) }
  }

  /// Meets the articles before `end` in which the word is frequent enough.
  ///
  /// Of most postings the size alone tells that it is not: an occurrence takes a byte at least, those
  /// in the title count twice, and two bytes say where the title ends.
  ///
  /// - Parameter floors: Those of the window; see ``LengthFloors``.
  func meet(
    before end: Int64, _ floors: UnsafePointer<UInt8>, _ met: borrowing WindowSet
  ) throws {
    let (frequencies, threshold) = (reading.frequencies, threshold.least)
    for (cursor, form) in zip(cursors, reading.forms) {
      let weights = form.weights
      try cursor.forEachPosting(below: end) { row, positions in
        let offset = Int(truncatingIfNeeded: row) & Int(ColumnLayout.offsetMask)
        let least = threshold[Int(floors[offset])]
        let (size, titles) = (positions.byteCount, positions.firstColumnLimit)
        guard Float(size &+ titles &- (titles < size ? 2 : 0)) >= least else { return }
        let frequency = weights.frequency(ColumnCounts(positions.frequencies))
        guard frequency > 0, frequency >= least else { return }
        frequencies[offset] += frequency
        met.insert(offset)
      }
    }
  }
}

extension PrunedWord {
  /// The word as a loop over articles needs it: no more than pointers, so that no references are
  /// counted; valid as long as the word.
  struct Reading {
    let forms: UnsafeMutableBufferPointer<(walk: PostingWalk, weights: FrequencyWeights)>
    /// Its weighted frequency by offset in the window, 0 where it was not met.
    let frequencies: UnsafeMutablePointer<Float>
    /// What the saturation of its frequency is multiplied by.
    let weight: Double
    let bound: Double

    fileprivate init(
      _ forms: [(PostingCursor, FrequencyWeights)], weight: Double, bound: Double
    ) {
      self.forms = .allocate(capacity: forms.count)
      _ = self.forms.initialize(from: forms.map { ($0.walk, $1) })
      frequencies = .allocate(capacity: ColumnLayout.chunkSize)
      frequencies.initialize(repeating: 0, count: ColumnLayout.chunkSize)
      self.weight = weight
      self.bound = bound
    }

    /// Its part of the score of an article of this length.
    @inline(__always)
    func share(_ offset: Int, _ norm: Double) -> Double {
      let frequency = frequencies[offset]
      return frequency == 0 ? 0 : weight * BM25.saturation(Double(frequency), norm: norm)
    }

    /// Looks the word up in an article; rows ascend, and none has been met or looked up before.
    func lookUp(_ row: UInt32) throws {
      let row = Int64(row)
      for (walk, weights) in forms {
        guard try walk.next(from: row) == row, let positions = walk.positions(in: row) else {
          continue
        }
        frequencies[Int(row) & Int(ColumnLayout.offsetMask)] +=
          weights.frequency(ColumnCounts(positions.frequencies))
      }
    }
  }
}

extension QueryTerm {
  /// Looking up more forms than this costs more than reading all matches.
  private static let formLimit = 16

  /// A word in one or a few forms, no phrase.
  var isWord: Bool {
    (1...Self.formLimit).contains(variants.count) && variants.allSatisfy { $0.term != nil }
  }
}
