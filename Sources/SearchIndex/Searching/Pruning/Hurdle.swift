/// How frequent a word must be in an article that is to get into the hits, were it the best match
/// of all other words.
///
/// A share `s` of the score asks for saturation `s / weight`, and so for a frequency of at least
/// `r / (1 - r) · norm` with `r = s / (weight · (k1 + 1))`; see ``BM25``.
struct Hurdle {
  /// What rounding may take from a frequency.
  private static let margin = 1 - 1e-6

  /// No frequency below it clears the hurdle, however short the article.
  let least: Float
  /// `r / (1 - r)`; 0 for a hurdle that all clear, infinite for one that none can.
  private let factor: Double
  private let norm: BM25.LengthNorm
  private let lengths: Lengths

  /// - Parameters:
  ///   - share: What the word must add to the score; the hurdle is none where it is not positive.
  ///   - bound: The most that it can add.
  init(share: Double, of bound: Double, norm: BM25.LengthNorm, lengths: Lengths) {
    self.init(
      factor: share <= 0 ? 0 : share < bound ? share / (bound - share) * Self.margin : .infinity,
      norm: norm, lengths: lengths)
  }

  private init(factor: Double, norm: BM25.LengthNorm, lengths: Lengths) {
    self.factor = factor
    self.norm = norm
    self.lengths = lengths
    least = Float(factor * norm[0]).nextDown
  }

  /// The same without anything to clear.
  var none: Hurdle { Hurdle(factor: 0, norm: norm, lengths: lengths) }

  @inline(__always)
  func isCleared(by frequency: Float, _ offset: Int) -> Bool {
    Double(frequency) >= factor * norm[lengths.weighted(offset)]
  }
}
