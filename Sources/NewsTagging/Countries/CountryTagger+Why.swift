internal import ArticleModel

/// Why a word is a country's name or none.
extension CountryTagger {
  /// - Returns: for each place a reading a country that the word may mean, at least one.
  func readings(
    at places: [WordPlaces.Place], in article: ArticleTokens, people: [PersonSpan]
  ) -> [[WordReading]] {
    let names = resolved(article, people)
    return places.map { place in
      let match = names.matches.first {
        $0.field == place.field && $0.tokens.overlaps(place.tokens)
      }
      guard let match else { return [unmatched(place, article, people)] }
      return readings(of: match, in: names.groups[match.group], names.resolver)
    }
  }

  private func readings(
    of match: NameMatch, in group: NameGroup, _ resolver: PlaceResolver
  ) -> [WordReading] {
    let senses = (0..<match.record.count).map { match.record[$0] }
    guard !senses.isEmpty else { return [reading(.listed)] }
    let meant = match.ownSense(isOld: resolver.isOld) ?? group.sense
    return senses.map { sense in
      let isMeant = meant.map { $0.code == sense.code && $0.kind == sense.kind } ?? false
      let weight = resolver.weigh(sense, in: group)
      let objection: NameObjection? =
        isMeant
        ? match.objection(to: sense, isOld: resolver.isOld) : weight == nil ? .evidence : .votes
      return WordReading(
        .country, code: text(ofCode: sense.code), isTagged: objection == nil,
        rule: objection?.rawValue ?? match.rule(sense), score: weight.map { Double($0.score) },
        threshold: weight.map { Double($0.bar) })
    }
  }

  /// A place where the scanner found nothing.
  private func unmatched(
    _ place: WordPlaces.Place, _ article: ArticleTokens, _ people: [PersonSpan]
  ) -> WordReading {
    if people.contains(where: { $0.field == place.field && $0.tokens.overlaps(place.tokens) }) {
      return reading(.person)
    }
    let tokens = article[place.field].tokens
    let hashes = tokens[place.tokens].map(\.hash)
    let key = hashes.dropFirst().reduce(hashes[0], CountryGazetteer.extend)
    guard let record = gazetteer.record(key), record.isName else { return reading(.unlisted) }
    let isCapitalised = tokens[place.tokens.lowerBound].traits.contains(.capitalised)
    return reading(isCapitalised ? .half : .noCapital)
  }

  private func reading(_ objection: NameObjection) -> WordReading {
    WordReading(.country, isTagged: false, rule: objection.rawValue)
  }
}
