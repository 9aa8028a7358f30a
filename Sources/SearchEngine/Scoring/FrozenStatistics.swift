/// The index as the first page of an answer saw it: what the later pages count and score by.
struct FrozenStatistics: Equatable, Sendable {
  /// The highest article id.
  var lastRow: UInt32
  var statistics: CorpusStatistics
  /// The date from which ages are counted, packed; 0 where they are not.
  var newest: Int32
  /// How common each word that scores was, in the order of the query.
  var words: [WordCount]

  struct WordCount: Equatable {
    var articles: Int
    var occurrences: Int
  }
}
