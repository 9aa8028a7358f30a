/// Text without capitals, from feeds and transcripts, and text in capitals, from headlines and
/// telegrams, get their case from the lexicon's statistic.
extension PeopleDraft {
  /// Where a document has lost its case, names get capitals.
  mutating func restoreCapitals() {
    for word in words.indices where words[word].kind == .word && isNameLike(word) {
      words[word].traits.insert(.capitalised)
      words[word].shape |= UInt32(Token.Traits.capitalised.rawValue) << 2
    }
    capitalised = ContiguousArray(words.indices.filter { words[$0].isName })
  }

  /// In sentences in capitals only names keep them.
  mutating func restoreSmallLetters() {
    for word in capitalised where words[word].capitalLevel == 2 && !isNameLike(word) {
      words[word].traits.remove(.capitalised)
      words[word].shape &= ~(UInt32(Token.Traits.capitalised.rawValue) << 2)
    }
    capitalised.removeAll { !words[$0].isName }
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
