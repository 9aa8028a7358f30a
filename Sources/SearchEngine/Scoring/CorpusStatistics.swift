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
