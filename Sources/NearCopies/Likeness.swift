/// Whether two bodies tell one story in the same words: one the other's copy, cut or with another lede, or
/// as two scanners read it.
///
/// Each text is looked at for the stretches that the other has too, which may be broken by a few words at
/// a time (a misread or an edited one costs three shingles). Either most of both lies in such stretches, or nearly
/// all of one. What then differs in its figures is another story told by one form: the notes of a market, a
/// dividend, a notice. The further apart in time, the fewer may differ: a form is filled again next week, while
/// what is printed twice in a week is a copy with misprints.
package struct Likeness {
  /// Words by which two shingles of one stretch may be apart.
  static let gap = 9
  /// The share of both texts that lies in stretches of the other, or of one of them.
  static let shareOfBoth = 0.65
  static let shareOfOne = 0.9
  /// What may differ.
  struct Tolerance {
    /// The least Jaccard similarity of the shingles.
    let similarity: Double
    /// Figures that differ: of those that could agree, or by shared shingle.
    let share: Double
    let byShingle: Double

    static let withinAWeek = Tolerance(similarity: 0, share: 0.25, byShingle: 0.02)
    static let later = Tolerance(similarity: 0.35, share: 0.15, byShingle: 0.012)
  }

  private let one: ShingledText
  private let other: ShingledText
  private let tolerance: Tolerance

  /// - Parameter days: by which they were published apart; nil where either has no day.
  package init(_ one: ShingledText, _ other: ShingledText, days: Int?) {
    (self.one, self.other) = (one, other)
    tolerance = days.map { $0 <= 7 } ?? false ? .withinAWeek : .later
  }

  package var isNearCopy: Bool {
    // What forms differ in is the quickest to see.
    if tellsOtherFigures { return false }
    let shares = [Self.share(of: one, in: other), Self.share(of: other, in: one)].sorted()
    if shares[1] >= Self.shareOfOne, shares[0] < Self.shareOfBoth { return true }
    return shares[0] >= Self.shareOfBoth && similarity >= tolerance.similarity
  }

  /// Jaccard's, of the shingles.
  private var similarity: Double {
    let shared = one.shingleSet.shared(with: other.shingleSet)
    return Double(shared) / Double(max(1, one.shingleSet.count + other.shingleSet.count - shared))
  }

  /// The share of a text's words that lie in stretches of the other.
  private static func share(of text: ShingledText, in other: ShingledText) -> Double {
    var covered = 0
    var last: Int?
    for (place, shingle) in text.shingles.enumerated() where other.shingleSet.contains(shingle) {
      let step = last.map { place - $0 } ?? .max
      covered += step <= gap + 3 ? step : 3
      last = place
    }
    return Double(covered) / Double(max(1, text.wordCount))
  }

  /// Whether where both have the same two words, and one a figure behind them, the other often has another.
  private var tellsOtherFigures: Bool {
    let (agreeing, differing) = zip([one, other], [other, one]).reduce((0, 0)) { sum, texts in
      let counts = Self.figures(of: texts.0, in: texts.1)
      return (sum.0 + counts.agreeing, sum.1 + counts.differing)
    }
    guard differing > 0 else { return false }
    let shared = one.shingleSet.shared(with: other.shingleSet)
    return Double(differing) > tolerance.share * Double(agreeing + differing)
      && Double(differing) > tolerance.byShingle * Double(shared)
  }

  private static func figures(
    of text: ShingledText, in other: ShingledText
  ) -> (agreeing: Int, differing: Int) {
    var counts = (agreeing: 0, differing: 0)
    for place in text.figurePlaces {
      if other.triples.contains(place.triple) {
        counts.agreeing += 1
      } else if other.pairs.contains(place.pair) {
        counts.differing += 1
      }
    }
    return counts
  }
}
