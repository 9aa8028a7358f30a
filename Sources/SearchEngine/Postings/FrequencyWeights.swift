/// What each column's occurrences weigh in a query term: 0 for a column that is not searched.
///
/// Gives tf′ without its lead part (see ``BM25``), in whole numbers of halves: sums are exact in any
/// order.
struct FrequencyWeights {
  private let title: Int
  private let body: Int
  private let bigrams: Int

  init(fields: FieldSet, isTyped: Bool) {
    let halves = isTyped ? BM25.typedHalves : BM25.variantHalves
    title = fields.contains(.title) ? halves + BM25.titleHalves : 0
    body = fields.contains(.body) ? halves : 0
    bigrams = fields.contains(.bigrams) ? halves : 0
  }

  @inline(__always)
  func frequency(_ counts: ColumnCounts) -> Float {
    Float(counts.title &* title &+ counts.body &* body &+ counts.bigrams &* bigrams) * 0.5
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
      &+ (bigrams > 0 ? counts.bigrams : 0)
  }
}
