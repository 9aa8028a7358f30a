/// A row of table `stem`: a term of the vocabulary that differs from its stem.
struct StemmedTerm: Hashable, Comparable, Sendable {
  var language: String
  var stem: String
  var term: String

  /// The order of the table's key, so that rows are inserted in it.
  static func < (left: StemmedTerm, right: StemmedTerm) -> Bool {
    (left.language, left.stem, left.term) < (right.language, right.stem, right.term)
  }
}
