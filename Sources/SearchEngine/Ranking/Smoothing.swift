/// The third stage's second half: a hit's score leans on those of the hits most like it.
///
///     final(d) = 0.7 · F(d) + 0.3 · Σ cos(d, m) · F(m) / Σ cos(d, m)        its 5 nearest
///
/// over unit vectors of x · idf. Near-copies (cosine above 0.8) are passed over, so that they do
/// not lift each other. Source: Diaz, "Regularizing ad hoc retrieval scores" (CIKM 2005).
enum Smoothing {
  private static let neighbours = 5
  private static let weight = 0.3
  private static let nearCopy = 0.8

  static func scores(_ scores: [Double], vectors: [StemVector], idf: [Double]) -> [Double] {
    let cosines = cosines(vectors, idf: idf)
    return scores.indices.map { hit in
      let nearest = nearest(to: hit, cosines[hit])
      let total = nearest.reduce(0) { $0 + cosines[hit][$1] }
      guard total > 0 else { return scores[hit] }
      let around = nearest.reduce(0) { $0 + cosines[hit][$1] * scores[$1] } / total
      return (1 - weight) * scores[hit] + weight * around
    }
  }

  /// The most similar others, ties in the order of the hits.
  static func nearest(to hit: Int, _ cosines: [Double]) -> [Int] {
    Array(
      cosines.indices.filter { $0 != hit && cosines[$0] > 0 && cosines[$0] <= nearCopy }
        .sorted { cosines[$0] != cosines[$1] ? cosines[$0] > cosines[$1] : $0 < $1 }
        .prefix(neighbours))
  }

  /// Every two vectors' cosine, gathered stem by stem.
  static func cosines(_ vectors: [StemVector], idf: [Double]) -> [[Double]] {
    var cosines = [[Double]](
      repeating: [Double](repeating: 0, count: vectors.count), count: vectors.count)
    let holders = Holders(vectors, idf: idf)
    for stem in idf.indices {
      let range = holders.starts[stem]..<holders.starts[stem + 1]
      for one in range {
        for other in range where other > one {
          cosines[holders.vectors[one]][holders.vectors[other]] +=
            holders.values[one] * holders.values[other]
        }
      }
    }
    for one in vectors.indices {
      for other in vectors.indices where other < one { cosines[one][other] = cosines[other][one] }
    }
    return cosines
  }

  /// The unit vectors turned round: which vectors hold a stem, in two flat lists.
  private struct Holders {
    /// Where each stem's holders begin; one more at the end.
    var starts: [Int]
    var vectors: [Int]
    var values: [Double]

    init(_ all: [StemVector], idf: [Double]) {
      starts = [Int](repeating: 0, count: idf.count + 1)
      for vector in all { for stem in vector.stems { starts[stem + 1] += 1 } }
      for stem in idf.indices { starts[stem + 1] += starts[stem] }
      vectors = [Int](repeating: 0, count: starts[idf.count])
      values = [Double](repeating: 0, count: starts[idf.count])
      var next = starts
      for (number, vector) in all.enumerated() {
        var sum = 0.0
        for (stem, weight) in zip(vector.stems, vector.weights) {
          sum += (idf[stem] * weight) * (idf[stem] * weight)
        }
        let length = sum > 0 ? sum.squareRoot() : 1
        for (stem, weight) in zip(vector.stems, vector.weights) {
          vectors[next[stem]] = number
          values[next[stem]] = idf[stem] * weight / length
          next[stem] += 1
        }
      }
    }
  }
}
