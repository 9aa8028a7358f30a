internal import ArticleModel

/// Why a word is a person's name or none.
extension PersonFinder {
  /// - Returns: the spans of the article, and one reading a place.
  func readings(
    at places: [WordPlaces.Place], in article: ArticleTokens
  ) -> (spans: [PersonSpan], readings: [WordReading]) {
    let document = lexicon.map { PeopleDocument(article, lexicon: $0) }
    guard let document, let passes = passes(over: document) else {
      return ([], places.map { _ in Self.notLookedAt })
    }
    let labels = passes.labels
    let names = labels.names
    let faint = passes.faintNames(beside: names)
    let spans = names.map { span(of: $0, labels, document) }
    let scored = Chains(document).reduce(into: Set<Int>()) { $0.formUnion($1) }
    return (
      spans,
      places.map { place in
        let shift = place.field == .title ? 0 : document.titleCount
        let words = place.tokens.lowerBound + shift..<place.tokens.upperBound + shift
        let isFaint = faint.contains { $0.overlaps(words) }
        return reading(of: words, isFaint: isFaint, labels, document, scored)
      }
    )
  }

  private func reading(
    of words: Range<Int>, isFaint: Bool, _ labels: PersonLabels, _ document: PeopleDocument,
    _ scored: Set<Int>
  ) -> WordReading {
    let score = words.contains(where: scored.contains) ? Self.score(of: words, labels) : nil
    if let name = labels.names.first(where: { $0.overlaps(words) }) {
      return WordReading(
        .person, isTagged: true, rule: labels.pass(of: name)?.rawValue ?? "model", score: score,
        threshold: score.map { _ in 0.5 })
    }
    let veto = words.lazy.compactMap { labels.veto(of: $0) }.first
    let rule =
      isFaint ? PersonPass.archive.rawValue : veto?.rawValue ?? against(words, document, scored)
    return WordReading(
      .person, isTagged: false, rule: rule, score: score,
      threshold: score.map { _ in veto == .minority ? PersonPasses.leastMean : 0.5 })
  }

  /// What stands against words that no veto met.
  private func against(
    _ words: Range<Int>, _ document: PeopleDocument, _ scored: Set<Int>
  ) -> String {
    if words.contains(where: scored.contains) { return "model" }
    return words.contains { document.words[$0].isName } ? "opens-sentence" : "no-capital"
  }

  private static let notLookedAt = WordReading(.person, isTagged: false, rule: "no-model")
}
