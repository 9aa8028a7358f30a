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

  static func scores(_ scores: [Double], vectors: [WordVector], idf: [Double]) -> [Double] {
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
  static func cosines(_ vectors: [WordVector], idf: [Double]) -> [[Double]] {
    var holders = [[(vector: Int, value: Double)]](repeating: [], count: idf.count)
    for (index, vector) in vectors.enumerated() {
      let values = zip(vector.stems, vector.weights).map { idf[$0] * $1 }
      let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0 else { continue }
      for (stem, value) in zip(vector.stems, values) {
        holders[stem].append((index, value / length))
      }
    }
    var cosines = [[Double]](
      repeating: [Double](repeating: 0, count: vectors.count), count: vectors.count)
    for holders in holders where holders.count > 1 {
      for one in holders.indices {
        for other in holders[(one + 1)...] {
          cosines[holders[one].vector][other.vector] += holders[one].value * other.value
        }
      }
    }
    for one in vectors.indices {
      for other in vectors.indices where other < one { cosines[one][other] = cosines[other][one] }
    }
    return cosines
  }
}
