package import ArticleModel

extension Tagger {
  /// Why a word, or several in a row, have their tags or none: a reading at each place where they
  /// stand, title before body.
  ///
  /// - Parameter words: compared without case.
  /// - Returns: nothing for a text that is not in one of ``Tags/languages``.
  package func readings(of words: String, in article: Article) -> [WordReadings] {
    let tokens = ArticleTokens(article)
    guard Tags(language: tokens.language).isTagged else { return [] }
    let places = WordPlaces(of: words, in: tokens).places
    guard !places.isEmpty else { return [] }
    let (spans, people) = finder.readings(at: places, in: tokens)
    let countries = countryTagger.readings(at: places, in: tokens, people: spans)
    return places.indices.map { index in
      WordReadings(
        field: places[index].field,
        range: tokens[places[index].field].range(places[index].tokens),
        readings: [people[index]] + countries[index])
    }
  }
}
