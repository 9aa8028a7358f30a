/// Whose age a text tells: `Ding Junhui, 47, a banker`.
///
/// Of all that stands before a comma only persons have one, so that names of which neither the model nor the lists
/// know a word are found.
extension PersonPasses {
  mutating func markAged() {
    for last in document.capitalised where precedesAge(last) && !labels.isPerson(last) {
      guard let name = agedName(endingIn: last), !isKnownFirm(name) else {
        continue
      }
      labels.mark(name, by: .age)
    }
  }

  /// Whether `, 47, of` or `, aged 47` stands behind a word.
  ///
  /// In tables of points a name follows: `Lens, 47, Nantes, 46`.
  private func precedesAge(_ last: Int) -> Bool {
    let comma = last + 1
    // A comma stands behind many words, a number behind few of them.
    guard comma + 2 < document.words.count,
      document.words[comma + 1].kind == .number || isAged(last), isMark(",", comma)
    else { return false }
    if isAged(last) { return isAge(comma + 2) }
    return isAge(comma + 1) && comma + 3 < document.words.count && isMark(",", comma + 2)
      && document.words[comma + 3].isInLowerCase
  }

  private func isAged(_ last: Int) -> Bool { ageWords.contains(document.words[last + 2].hash) }

  /// A number of two digits.
  private func isAge(_ at: Int) -> Bool {
    document.words[at].kind == .number && document.token(at).range.count == 2
  }

  /// Two to four words of a name, or one that is nothing else; nil where more stands before them, as a town does
  /// before its team.
  private func agedName(endingIn last: Int) -> Range<Int>? {
    var start = last + 1
    while start > 0, last - start < 3, mayBeAged(start - 1) {
      start -= 1
      if document.words[start].startsSentence { break }
    }
    while start < last, !document.words[start].isName { start += 1 }
    guard start <= last, !isBehindTeam(start) else { return nil }
    let name = start..<last + 1
    guard name.count > 1 else {
      // Servette, 31, may be a team.
      return isAged(last) && isOnlyName(document.words[last]) && !isInGazetteer(last) ? name : nil
    }
    let isPerson = document.words[start].has(.given) && !isTeam(name)
    return isPerson || !name.contains(where: isOfPlace) ? name : nil
  }

  private func mayBeAged(_ at: Int) -> Bool {
    let word = document.words[at]
    guard word.isName || word.isLowercaseParticle else { return false }
    return !word.has(noPerson) && (word.has([.given, .surname]) || !word.has(.title))
      && (!word.startsSentence || FunctionWords.shared[word.hash] == 0) && isNoRule(word)
      && (word.has([.given, .surname]) || !word.record.isCommonInLowerCase)
  }

  /// The Dallas Cowboys: a place that some are called like, before what is no surname.
  private func isTeam(_ name: Range<Int>) -> Bool {
    isOfPlace(name.lowerBound) && !document.words[name.upperBound - 1].has(.surname)
  }

  private func isInGazetteer(_ at: Int) -> Bool { gazetteer.record(document.words[at].hash) != nil }

  private func isOfPlace(_ at: Int) -> Bool { document.words[at].has(.place) }

  /// Whether a capitalised word stands right before, but for a people's, an office or the first of a sentence.
  private func isBehindTeam(_ start: Int) -> Bool {
    guard start > 0, !document.words[start].startsSentence else { return false }
    let before = document.words[start - 1]
    guard before.isName, !before.startsSentence || FunctionWords.shared[before.hash] == 0 else {
      return false
    }
    return !before.has([.nationality, .title, .honorific])
      && rules[before.hash].isDisjoint(with: .anyOffice)
  }
}

private let noPerson: WordRecord.Traits = [
  .organisation, .facility, .country, .nationality, .calendar, .honorific, .locative,
]
private let ageWords = TokenSet("aged age")
