internal import OperatingSystem

/// The third stage's first half: hits gain by the words that the very best hits share.
///
///     u(d) = exp(15 · (S(d) / S(1) − 1))                       over the first 10 hits
///     W(w) = idf(w) · Σ u(d) · x(w, d)                          words in at least 2 of them, 20 best
///     F(d) = S(d) + 0.2 · min(16, |q|) · Σ W(w) / ΣW · idf(w) · burst(w) · x(w, d)
///
/// Sources: Rocchio's and the relevance model's feedback (Lavrenko and Croft, SIGIR 2001), with
/// the articles weighted by how near they come to the best.
struct Feedback {
  private static let depth = 10
  private static let termLimit = 20
  private static let steepness = 15.0
  private static let weight = 0.2
  /// Words of a query from which on more of them make the feedback no stronger: a long question says
  /// by itself what it is about, and its rare words must not be outweighed.
  private static let longestQuery = 16.0

  /// By number of the stem.
  let idf: [Double]
  let burst: [Double]
  let stems: [String]

  /// F of every hit.
  ///
  /// - Parameters:
  ///   - scores: S, best first.
  ///   - vectors: The hits' words.
  ///   - queryLength: |q|, the words asked for.
  func scores(_ scores: [Double], vectors: [StemVector], queryLength: Int) -> [Double] {
    let terms = terms(scores, vectors)
    let total = terms.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return scores }
    var gain = [Double](repeating: 0, count: idf.count)
    for term in terms { gain[term.stem] = term.weight / total * idf[term.stem] * burst[term.stem] }
    return zip(scores, vectors).map { score, vector in
      let shared = zip(vector.stems, vector.weights).reduce(0) { $0 + gain[$1.0] * $1.1 }
      return score + Self.weight * min(Self.longestQuery, Double(queryLength)) * shared
    }
  }

  /// The words that the best hits share, best first, ties by term.
  func terms(_ scores: [Double], _ vectors: [StemVector]) -> [(stem: Int, weight: Double)] {
    guard let best = scores.prefix(Self.depth).max(), best > 0 else { return [] }
    var sums = [Double](repeating: 0, count: idf.count)
    var counts = [Int](repeating: 0, count: idf.count)
    for (score, vector) in zip(scores, vectors).prefix(Self.depth) {
      let nearness = exp(Self.steepness * (score / best - 1))
      for (stem, x) in zip(vector.stems, vector.weights) {
        sums[stem] += nearness * x
        counts[stem] += 1
      }
    }
    return sums.indices.filter { counts[$0] >= 2 }.map { ($0, idf[$0] * sums[$0]) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : stems[$0.0] < stems[$1.0] }
      .prefix(Self.termLimit).map { (stem: $0.0, weight: $0.1) }
  }
}
