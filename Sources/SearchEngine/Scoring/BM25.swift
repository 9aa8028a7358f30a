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

/// What each column's occurrences weigh in a query term: 0 for a column that is not searched.
///
/// Gives tf′ without its lead part (see ``BM25``), in whole numbers of halves: sums are exact in any
/// order.
struct FrequencyWeights {
  private let title: Int
  private let body: Int
  private let others: Int

  init(fields: FieldSet, isTyped: Bool) {
    let halves = isTyped ? BM25.typedHalves : BM25.variantHalves
    title = fields.contains(.title) ? halves + BM25.titleHalves : 0
    body = fields.contains(.body) ? halves : 0
    others = fields.isDisjoint(with: [.bigrams, .body]) ? 0 : halves
  }

  @inline(__always)
  func frequency(_ counts: ColumnCounts) -> Float {
    Float(counts.title &* title &+ counts.body &* body &+ counts.others &* others) * 0.5
  }

  /// The same of so many occurrences in the body and none elsewhere.
  @inline(__always)
  func frequency(inBody count: Int) -> Float {
    Float(Int32(truncatingIfNeeded: count &* body)) * 0.5
  }

  /// Occurrences in the columns searched.
  @inline(__always)
  func occurrences(_ counts: ColumnCounts) -> Int {
    (title > 0 ? counts.title : 0) &+ (body > 0 ? counts.body : 0)
      &+ (others > 0 ? counts.others : 0)
  }
}

/// What the score needs to know of the whole index.
package struct CorpusStatistics: Equatable {
  package var articles: Int
  /// Mean tokens of an article's title.
  package var meanTitleLength: Double
  /// Mean tokens of title and body.
  package var meanLength: Double

  package init(articles: Int, meanTitleLength: Double, meanLength: Double) {
    self.articles = articles
    self.meanTitleLength = meanTitleLength
    self.meanLength = meanLength
  }

  /// The mean of dl′; at least one, so that an index of empty articles divides by something.
  var meanWeightedLength: Double { max(1, meanLength + meanTitleLength) }
}
