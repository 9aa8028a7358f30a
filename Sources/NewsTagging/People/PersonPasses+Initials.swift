/// Initials whose surname the model did not see.
extension PersonPasses {
  /// Initials go on with the surname behind them, unless they are a state's behind a comma.
  ///
  /// `H. J. BALL` is one name, `Keene, N. H. John Smith` is not.
  ///
  /// - Returns: all names after that.
  mutating func completeInitials() -> [Range<Int>] {
    let names = labels.names
    var isChanged = false
    for name in names where isInitials(name) && !followsComma(name.lowerBound) {
      let next = name.upperBound
      guard next < document.words.count, !labels.isPerson(next) || labels[next] == .begin,
        isSurname(next)
      else { continue }
      let end = names.first { $0.lowerBound == next }?.upperBound ?? next + 1
      labels.mark(name.lowerBound..<end, by: .initials)
      isChanged = true
    }
    return isChanged ? labels.names : names
  }

  private func isInitials(_ name: Range<Int>) -> Bool {
    name.allSatisfy { document.words[$0].traits.contains(.initial) }
  }

  private func followsComma(_ word: Int) -> Bool { isMark(",", word - 1) }

  /// Capitalised as written: in a line of capitals a surname that is a word has lost them.
  private func isSurname(_ at: Int) -> Bool {
    let word = document.words[at]
    return word.kind == .word && !word.startsSentence && !word.traits.contains(.lineStart)
      && document.token(at).traits.contains(.capitalised) && word.has(.surname)
      && !word.traits.contains(.initial)
  }
}
