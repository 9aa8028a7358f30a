/// Surnames that stand bare, which the archive may know.
extension PersonPasses {
  /// The model's probability from which on a bare surname may be a person's whom the archive knows: below, it is
  /// sure of something else, mostly a town.
  private static let faint: Float = 0.06

  /// Surnames alone that look a little like a person's, of which no word is part of a name here; in text order,
  /// once the passes have run.
  func faintNames() -> [Range<Int>] {
    guard language == nil else { return [] }
    let found = document.capitalised.filter(isFaint)
    if found.isEmpty { return [] }
    let names = labels.names
    var known = WordTable(words: names.reduce(0) { $0 + $1.count }, blank: false)
    for name in names {
      for word in name { known[document.words[word].hash] = true }
    }
    return found.filter { !known[document.words[$0].hash] }.map { $0..<$0 + 1 }
  }

  private func isFaint(_ word: Int) -> Bool {
    guard labels.person[word] >= Self.faint, !labels.isPerson(word) else { return false }
    let at = document.words[word]
    guard at.record.isHardlyEverSmall, !at.has([.country, .nationality, .calendar]),
      !at.evidence.contains(.withOrganisation), !at.traits.contains(.abbreviation),
      document.token(word).range.count > 3, standsAlone(word), !opensOrganisation(word)
    else { return false }
    let before = labels.veto(of: word)
    return (before == nil || before == .minority)
      && veto(of: word..<word + 1, isUnknown: true) == nil
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
