/// Text without capitals, from feeds and transcripts, gets them back from the lexicon's statistic.
extension PeopleDocument {
  /// A document of 20 words or more with less than 1 capital in 50 words has lost its case.
  mutating func restoreCase() {
    var all = 0
    var capitalised = 0
    for word in words where word.kind == .word {
      all += 1
      if word.isCapitalised { capitalised += 1 }
    }
    guard all >= 20, capitalised * 50 < all else { return }
    for word in words.indices where isName(word) {
      words[word].traits.insert(.capitalised)
      words[word].shape |= UInt32(Token.Traits.capitalised.rawValue) << 2
    }
  }

  /// Mostly capitalised inside sentences, or never seen there and in a list of names.
  private func isName(_ at: Int) -> Bool {
    let word = words[at]
    guard word.kind == .word, !word.traits.contains(.possessive), word.record.rawValue != 0 else {
      return word.kind == .word && !word.traits.contains(.hasDigit) && word.record.rawValue == 0
    }
    let share = word.record.capitalisation
    guard share > 0 else { return word.has([.given, .surname, .place, .nationality, .country]) }
    return (share - 1) % 5 >= 3
  }
}
