/// How frequent a word must be in an article that is to get into the hits, were it the best match
/// of all other words.
///
/// A share `s` of the score asks for saturation `s / weight`, and so for a frequency of at least
/// `r / (1 - r) · norm` with `r = s / (weight · (k1 + 1))`; see ``BM25``.
final class FrequencyThreshold {
  /// What rounding may take from a frequency.
  private static let margin = 1 - 1e-6
  private static let floors = 256

  /// Frequencies by the floor of the article's length, see ``LengthFloors``.
  let least: UnsafeMutablePointer<Float>
  private var share = 0.0

  /// A threshold that every frequency clears.
  init() {
    least = .allocate(capacity: Self.floors)
    least.initialize(repeating: 0, count: Self.floors)
  }

  deinit { least.deallocate() }

  /// - Parameters:
  ///   - share: What the word must add to the score; nothing changes where it is no more than before.
  ///   - weight: What the saturation of its frequency is multiplied by.
  func raise(to share: Double, weight: Double, _ norm: BM25.LengthNorm) {
    guard share > self.share else { return }
    self.share = share
    let part = share / (weight * (BM25.k1 + 1))
    let factor = part < 1 ? part / (1 - part) * Self.margin : .infinity
    for floor in 0..<Self.floors {
      least[floor] = Float(factor * norm[Int32(floor) * LengthFloors.step]).nextDown
    }
  }
}
