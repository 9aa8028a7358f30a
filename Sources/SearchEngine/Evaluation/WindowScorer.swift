internal import IndexDefinition

/// Scores the articles of a window by ``BM25``, term after term, so sums have one order.
final class WindowScorer {
  /// Postings that are so much more than the hits are looked up instead of read through.
  private static let gallopRatio = 8
  let weights: [(term: Int, weight: Double)]
  let norm: BM25.LengthNorm
  /// By offset; of meaning for hits only, and left untouched where nothing is scored.
  private let sums: UnsafeMutablePointer<Double>
  /// By hit.
  private let scores: UnsafeMutablePointer<Double>

  /// `weights`: what each query term's saturation is multiplied by, in query order.
  init(weights: [(term: Int, weight: Double)], statistics: CorpusStatistics) {
    self.weights = weights
    norm = BM25.LengthNorm(mean: statistics.meanWeightedLength)
    sums = .allocate(capacity: ColumnLayout.chunkSize)
    scores = .allocate(capacity: ColumnLayout.chunkSize)
  }

  deinit {
    sums.deallocate()
    scores.deallocate()
  }

  /// The score of each of `hits`, valid until the next call.
  func scores(
    of hits: Rows, _ matches: MatchEvaluator, _ lengths: Lengths
  ) -> UnsafePointer<Double> {
    assert(hits.lie(in: matches.filters.columns.window), "hits of one window")
    for row in hits { sums[Int(row & ColumnLayout.offsetMask)] = 0 }
    for (term, weight) in weights {
      let range = matches.range(of: term)
      if range.count > hits.count * Self.gallopRatio {
        addByHit(hits, matches.postings[term], range, weight, lengths)
      } else {
        addAll(matches.postings[term], range, weight, lengths)
      }
    }
    for (index, row) in hits.enumerated() {
      scores[index] = sums[Int(row & ColumnLayout.offsetMask)]
    }
    return UnsafePointer(scores)
  }

  private func addAll(
    _ postings: Postings, _ range: Range<Int>, _ weight: Double, _ lengths: Lengths
  ) {
    let (rows, frequencies, sums, norm) = (postings.rows, postings.frequencies, sums, norm)
    for index in range {
      let offset = Int(rows[index] & ColumnLayout.offsetMask)
      sums[offset] +=
        weight * BM25.saturation(Double(frequencies[index]), norm: norm[lengths.weighted(offset)])
    }
  }

  private func addByHit(
    _ hits: Rows, _ postings: Postings, _ range: Range<Int>, _ weight: Double, _ lengths: Lengths
  ) {
    let rows = Rows(rebasing: postings.rows[range])
    var at = 0
    for row in hits {
      at = rows.lowerBound(row, from: at)
      if at == rows.count { return }
      guard rows[at] == row else { continue }
      let offset = Int(row & ColumnLayout.offsetMask)
      let frequency = Double(postings.frequencies[range.lowerBound + at])
      sums[offset] +=
        weight * BM25.saturation(frequency, norm: norm[lengths.weighted(offset)])
    }
  }
}
