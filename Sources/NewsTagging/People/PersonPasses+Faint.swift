/// Surnames that stand bare, which the archive may know.
extension PersonPasses {
  /// The model's probability from which on a bare surname may be a person's whom the archive knows: below, it is
  /// sure of something else, mostly a town.
  private static let faint: Float = 0.06

  /// Surnames alone that look a little like a person's, of which no word is part of a name here; in text order,
  /// once the passes have run.
  ///
  /// - Parameter names: all there are.
  func faintNames(beside names: [Range<Int>]) -> [Range<Int>] {
    guard language == nil else { return [] }
    let found = document.capitalised.filter { labels.person[$0] >= Self.faint && isFaint($0) }
    if found.isEmpty { return [] }
    var known = WordTable(words: names.reduce(0) { $0 + $1.count }, blank: false)
    for name in names {
      for word in name { known[document.words[word].hash] = true }
    }
    return found.filter { !known[document.words[$0].hash] && !isVetoed($0) }.map { $0..<$0 + 1 }
  }

  private func isFaint(_ word: Int) -> Bool {
    let at = document.words[word]
    return !labels.isPerson(word) && at.record.isHardlyEverSmall
      && !at.has([.country, .nationality, .calendar])
      && !at.evidence.contains(.withOrganisation) && !at.traits.contains(.abbreviation)
      && document.token(word).range.count > 3 && standsAlone(word) && !opensOrganisation(word)
  }

  /// Whether the passes dropped it, or would, for more than what its other places say.
  private func isVetoed(_ word: Int) -> Bool {
    let before = labels.veto(of: word)
    guard before == nil || before == .minority else { return true }
    return veto(of: word..<word + 1, isUnknown: true) != nil
  }

  /// BAKER INTERNATIONAL in a headline of capitals.
  private func opensOrganisation(_ word: Int) -> Bool {
    guard document.words[word].capitalLevel == 2, word + 1 < document.words.count else {
      return false
    }
    let next = document.words[word + 1]
    return !next.startsSentence && next.has([.organisation, .facility])
  }
}
