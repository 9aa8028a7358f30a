internal import IndexDefinition

/// Scores the articles of a window by ``BM25``, leaf after leaf, so sums have one order.
final class WindowScorer {
  private let weights: [(leaf: Int, weight: Double)]
  private let meanLength: Double
  private var norms = [Double](repeating: 1, count: ColumnLayout.chunkSize)
  private var scores = [Double](repeating: 0, count: ColumnLayout.chunkSize)

  /// `weights`: what each leaf's saturation is multiplied by, in query order.
  init(weights: [(leaf: Int, weight: Double)], statistics: CorpusStatistics) {
    self.weights = weights
    meanLength = statistics.meanWeightedLength
  }

  /// The scores by offset; of meaning for `hits` only.
  func scores(
    of hits: WindowSet, matches: MatchEvaluator, titleLengths: UnsafePointer<Int32>,
    bodyLengths: UnsafePointer<Int32>
  ) -> [Double] {
    let mean = meanLength
    norms.withUnsafeMutableBufferPointer { norms in
      scores.withUnsafeMutableBufferPointer { scores in
        hits.forEach { offset in
          let length = Double(2 * titleLengths[offset] + bodyLengths[offset])
          norms[offset] = BM25.norm(length: length, mean: mean)
          scores[offset] = 0
        }
        for (leaf, weight) in weights {
          add(leaf, weight, to: scores, norms: norms, hits: hits, matches: matches)
        }
      }
    }
    return scores
  }

  private func add(
    _ leaf: Int, _ weight: Double, to scores: UnsafeMutableBufferPointer<Double>,
    norms: UnsafeMutableBufferPointer<Double>, hits: WindowSet, matches: MatchEvaluator
  ) {
    let mask = UInt32(ColumnLayout.chunkSize - 1)
    let postings = matches.postings[leaf]
    postings.rows.withUnsafeBufferPointer { rows in
      postings.frequencies.withUnsafeBufferPointer { frequencies in
        for index in matches.range(of: leaf) {
          let offset = Int(rows[index] & mask)
          guard hits.contains(offset) else { continue }
          scores[offset] +=
            weight * BM25.saturation(Double(frequencies[index]), norm: norms[offset])
        }
      }
    }
  }
}
