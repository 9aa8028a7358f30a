/// Leaders whom their followers are called after: Carranza troops, the Huerta faction.
extension PersonPasses {
  /// What makes a leader makes a surname: Villa in `the Villa hunt`, where his bandits are named as well.
  mutating func markLeader(_ word: Int) {
    labels.mark(word..<word + 1, by: .faction)
    labels.noteBearer(word..<word + 1)
  }

  /// Whether a lone word before followers in small letters is the name of their leader: a listed surname, or what
  /// stands behind a title elsewhere.
  @inline(__always)
  func isLeader(_ word: Int) -> Bool {
    let (at, next) = (document.words[word], word + 1)
    // First what hardly ever is so.
    guard next < document.words.count, rules[document.words[next].hash].contains(.faction),
      at.runLength == 1, at.has(.surname) || at.evidence.contains(.afterTitle),
      at.capitalLevel < 2, document.words[next].isInLowerCase, !labels.isPerson(word)
    else { return false }
    return isLeadersName(at) && !at.evidence.contains(.located)
      && document.token(word).range.count > 3
  }

  /// A word that is hardly ever small, no great place's, and means nothing else.
  private func isLeadersName(_ word: PeopleWord) -> Bool {
    let share = word.record.capitalisation
    guard share == 0 || (share - 1) % 5 >= 3, !word.has(Self.otherThings),
      word.traits.isDisjoint(with: [.hasHyphen, .hasDigit]),
      FunctionWords.shared[word.hash] == 0, isNoRule(word)
    else { return false }
    return gazetteer.record(word.hash)?.isWidelyKnown != true
  }
}
