/// Text without capitals, from feeds and transcripts, and text in capitals, from headlines and
/// telegrams, get their case from the lexicon's statistic.
extension PeopleDraft {
  /// Where a document has lost its case, names get capitals.
  mutating func restoreCapitals() {
    for word in words.indices where words[word].kind == .word && words[word].isNameLike {
      words[word].traits.insert(.capitalised)
      words[word].shape |= UInt32(Token.Traits.capitalised.rawValue) << 2
    }
    capitalised = ContiguousArray(words.indices.filter { words[$0].isName })
  }

  /// In sentences in capitals only names keep them.
  mutating func restoreSmallLetters() {
    let words = words
    capitalised.removeAll { word in
      guard words[word].capitalLevel == 2, !words[word].isNameLike else { return false }
      words[word].traits.remove(.capitalised)
      words[word].shape &= ~(UInt32(Token.Traits.capitalised.rawValue) << 2)
      return true
    }
  }
}

extension PeopleWord {
  /// Mostly capitalised inside sentences, or never seen there and in a list of names, or unknown.
  fileprivate var isNameLike: Bool {
    guard traits.isDisjoint(with: [.possessive, .hasDigit]) else { return false }
    guard record.rawValue != 0 else { return true }
    let share = record.capitalisation
    guard share > 0 else { return has([.given, .surname, .place, .nationality, .country]) }
    return (share - 1) % 5 >= 3
  }
}
