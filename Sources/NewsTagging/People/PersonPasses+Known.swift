/// Persons of whom all papers wrote: Hun Sen, Lech Walesa, Suu Kyi.
///
/// Their names look like others than those that the model learnt from, and a text that takes them for known says
/// little of them. The list is `known-person` in `index/gazetteers/name-rules.tsv`.
extension PersonPasses {
  mutating func markKnownPersons() {
    var at = 0
    for first in document.capitalised where rules.mayOpenPerson(document.words[first].hash) {
      guard first >= at, let name = knownPerson(from: first), !isOtherThing(name) else { continue }
      at = name.upperBound
      guard mayMark(name) else { continue }
      labels.mark(name, by: .knownPerson)
      labels.noteBearer(name)
    }
  }

  /// Abu Bilal al-Tarwani, Umm Qasim: who is called after a child, where neither a town nor a body is called so.
  mutating func markKunyas() {
    for first in document.capitalised where opensKunya(document.words[first].hash) {
      let next = first + 1
      guard next < document.words.count, document.words[next].isName,
        !document.words[next].startsSentence, isOfKunya(next), mayMark(first..<next)
      else { continue }
      guard !isCalledAsPlace(first..<next + 1), !isKnownFirm(first..<next + 1),
        !isInPlace(first), !isOtherThing(first..<next + 1)
      else { continue }
      var end = next + 1
      while end < document.words.count, labels[end] == .inside || hasArabicArticle(end) { end += 1 }
      labels.mark(first..<end, by: .kunya)
    }
  }

  /// Behind in, at or near; not from, which letters are, too.
  private func isInPlace(_ at: Int) -> Bool {
    isLocated(at) && document.words[at - 1].hash != TokenHash.word("from")
  }

  /// The al-Tarwani of a longer name.
  private func hasArabicArticle(_ at: Int) -> Bool {
    document.words[at].traits.isSuperset(of: [.innerCapital, .hasHyphen])
      && !document.words[at].startsSentence
  }

  private func isOfKunya(_ at: Int) -> Bool {
    document.words[at].has(.given) || isOnlyName(document.words[at])
  }

  /// The longest run of words of which each two neighbours are of a known name, or a surname of one alone.
  private func knownPerson(from first: Int) -> Range<Int>? {
    guard mayOpen(first) else { return nil }
    var end = first + 1
    while end < document.words.count, !document.words[end].startsSentence,
      rules.knowsPerson(
        Lexicon.pair(document.words[end - 1].hash, document.words[end].hash))
    {
      end += 1
    }
    while end > first + 1, particles.contains(document.words[end - 1].hash) { end -= 1 }
    if end > first + 1 { return first..<end }
    guard rules.knowsPerson(document.words[first].hash), isAlone(first), !isTown(first),
      firmCue(first..<end) != .sign
    else { return nil }
    return first..<end
  }

  /// Kitchener, Ontario, or in Kitchener, or `CROMWELL —`.
  private func isTown(_ at: Int) -> Bool {
    document.opensDateline(at)
      && (isMark("-", at + 1) || isMark("–", at + 1) || isMark("—", at + 1))
      || document.words[at].has(.place) && !document.words[at].has(.surname)
        && (document.words[at].evidence.contains(.located) || precedesState(at..<at + 1))
  }

  /// Any word but a particle, and one of those that open a name by themselves: Von Bernstorff, Le Duc Tho.
  private func mayOpen(_ at: Int) -> Bool {
    guard particles.contains(document.words[at].hash) else { return true }
    return openingParticles.contains(document.words[at].hash) && at + 1 < document.words.count
      && !particles.contains(document.words[at + 1].hash)
  }

  private func isAlone(_ at: Int) -> Bool {
    // The Hindenburg disaster, a Nehru jacket.
    if at > 0, articles.contains(document.words[at - 1].hash) || isPartOfTown(at) { return false }
    let goesOn =
      at + 1 < document.words.count && mayBeOfName(at + 1)
      && !document.words[at + 1].startsSentence
    return !isBehindName(at) && !goesOn
  }

  /// A capitalised word; in a headline not one that is mostly small: the Meets of `Merkel Meets Putin`.
  private func mayBeOfName(_ at: Int) -> Bool {
    let word = document.words[at]
    return word.isName && !(word.capitalLevel > 0 && isCommon(word))
  }

  /// Whether a word that may be of the same name stands before it; not the But of `But Mandela`.
  private func isBehindName(_ at: Int) -> Bool {
    guard at > 0, !document.words[at].startsSentence else { return false }
    if document.isAmpersand(at - 1) { return true }
    guard mayBeOfName(at - 1) else { return false }
    let before = document.words[at - 1]
    return !before.startsSentence || FunctionWords.shared[before.hash] == 0
  }

  /// Ho Chi Minh City, Mandela Street, the Woodrow Wilson mine, the liner Voltaire.
  private func isOtherThing(_ name: Range<Int>) -> Bool {
    if isNamedThing(name) || isShip(name) { return true }
    let next = name.upperBound
    guard next < document.words.count, !document.words[next].startsSentence else { return false }
    let word = document.words[next]
    guard word.isName else { return false }
    return word.has([.organisation, .facility, .place])
      || !rules[word.hash].isDisjoint(with: [.placeEnd, .firm, .firmEnd])
      || gazetteer.record(word.hash)?.flags.isDisjoint(with: [.placeNoun, .street]) == false
  }

  /// Whether the model has no name there, or one inside of it.
  private func mayMark(_ name: Range<Int>) -> Bool {
    let isOpen = labels[name.lowerBound] != .inside
    let isClosed = name.upperBound == document.words.count || labels[name.upperBound] != .inside
    return isOpen && isClosed
  }
}

@inline(__always)
private func opensKunya(_ word: UInt64) -> Bool {
  word == TokenHash.word("abu") || word == TokenHash.word("umm")
}
private let articles = TokenSet("the a an")
private let openingParticles = TokenSet("von van de al le")
private let particles = TokenSet("de da dos von van der el al le la bin arap wa ten")
