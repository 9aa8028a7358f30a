/// Text without capitals, from feeds and transcripts, and text in capitals, from headlines and
/// telegrams, get their case from the lexicon's statistic.
extension PeopleDocument {
  /// A document of 20 words or more with less than 1 capital in 50 words has lost its case; in
  /// sentences in capitals only names stay capitalised.
  mutating func restoreCase() {
    let lostCase = capitalisedShare < 0.02 && words.count >= 20
    for word in words.indices where words[word].kind == .word {
      if lostCase, isNameLike(word) {
        words[word].traits.insert(.capitalised)
        words[word].shape |= UInt32(Token.Traits.capitalised.rawValue) << 2
      } else if words[word].capitalLevel == 2, !isNameLike(word) {
        words[word].traits.remove(.capitalised)
        words[word].shape &= ~(UInt32(Token.Traits.capitalised.rawValue) << 2)
      }
    }
  }

  private var capitalisedShare: Double {
    var all = 0
    var capitalised = 0
    for word in words where word.kind == .word {
      all += 1
      if word.isCapitalised { capitalised += 1 }
    }
    return all > 0 ? Double(capitalised) / Double(all) : 1
  }

  /// Mostly capitalised inside sentences, or never seen there and in a list of names, or unknown.
  private func isNameLike(_ at: Int) -> Bool {
    let word = words[at]
    guard !word.traits.contains(.possessive), !word.traits.contains(.hasDigit) else { return false }
    guard word.record.rawValue != 0 else { return true }
    let share = word.record.capitalisation
    guard share > 0 else { return word.has([.given, .surname, .place, .nationality, .country]) }
    return (share - 1) % 5 >= 3
  }
}
