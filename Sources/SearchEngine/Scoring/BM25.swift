internal import OperatingSystem

/// The first stage's score: BM25 over weighted frequencies (BM25F), with a factor for words that
/// come in bursts.
///
///     tf′  = exact + ½ · (all − exact) + 1 · title + ½ · lead
///     norm = k1 · (1 − b + b · dl′ / avdl′)            dl′ counts the title twice
///     S1   = Σ qtf · ln((N + 1) / (df + ½)) · √min(9, (cf + 1) / df) · 1.8 · tf′ / (tf′ + norm)
///
/// `exact` counts the forms typed, `all` every form of the group, `lead` those among the first 30
/// positions. Sources: Robertson, Zaragoza, Taylor, "Simple BM25 extension to multiple weighted
/// fields" (CIKM 2004); the burst factor after Amati and van Rijsbergen (TOIS 2002).
enum BM25 {
  static let k1 = 0.8
  static let b = 0.4
  /// What an occurrence counts in tf′, in halves: 2 as typed, another form ½, in the title 1 more.
  static let typedHalves = 2
  static let variantHalves = 1
  static let titleHalves = 2
  static let leadWeight = 0.5
  static let leadPositions = 30

  static func inverseFrequency(articles: Int, of all: Int) -> Double {
    log((Double(all) + 1) / (Double(articles) + 0.5))
  }

  static func burst(articles: Int, occurrences: Int) -> Double {
    articles == 0 ? 1 : min(9, (Double(occurrences) + 1) / Double(articles)).squareRoot()
  }

  @inline(__always)
  static func saturation(_ frequency: Double, norm: Double) -> Double {
    (k1 + 1) * frequency / (frequency + norm)
  }

  /// The part of a score that an article's length decides.
  struct LengthNorm {
    private let base: Double
    private let slope: Double

    /// `mean`: avdl′.
    init(mean: Double) {
      base = k1 * (1 - b)
      slope = k1 * b / mean
    }

    /// `length`: dl′.
    @inline(__always)
    subscript(length: Int32) -> Double { base + slope * Double(length) }
  }
}
