/// What the score needs to know of the whole index.
struct CorpusStatistics: Equatable {
  var articles: Int
  /// Mean tokens of an article's title.
  var meanTitleLength: Double
  /// Mean tokens of title and body.
  var meanLength: Double

  /// The mean of dl′; at least one, so that an index of empty articles divides by something.
  var meanWeightedLength: Double { max(1, meanLength + meanTitleLength) }
}
