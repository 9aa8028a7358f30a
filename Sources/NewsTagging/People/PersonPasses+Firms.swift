/// Firms that are called after people: Salomon, Kidder Peabody, E.F. Hutton.
///
/// What an article says of a name at one place counts for the others: who has shares here is a firm
/// throughout, unless the article has a person of that name too.
extension PersonPasses {
  /// Takes the label from names that are firms'.
  ///
  /// - Parameter names: all there are.
  /// - Returns: those that stay.
  mutating func withoutFirms(_ names: [Range<Int>]) -> [Range<Int>] {
    if names.isEmpty { return names }
    let cues = names.map { cue($0) }
    guard var tallies = firms(names, cues) else { return names }
    addPersons(names, cues, to: &tallies)
    let full = fullNames(names, cues, tallies)
    var persons: [Range<Int>] = []
    for (name, cue) in zip(names, cues) {
      if isFirm(name, cue, tallies, full) {
        labels.clear(name, by: .firm)
      } else {
        persons.append(name)
      }
    }
    return persons
  }

  /// What the places of a family name say in one article.
  private struct FirmTally {
    /// Places with a firm's sign count double.
    var firm = 0
    var person = 0
    /// A name with a given name ends in it.
    var isNamed = false
  }

  /// Known firms have their sign in themselves.
  private func cue(_ name: Range<Int>) -> FirmCue {
    isKnownFirm(name) ? .sign : firmCue(name)
  }

  /// What speaks for firms, by the last word of each name, over all its places, named there or not; nil where
  /// nothing does, as in most articles.
  private func firms(_ names: [Range<Int>], _ cues: [FirmCue]) -> WordTable<FirmTally>? {
    var tallies = WordTable(words: names.count, blank: FirmTally())
    var isAny = false
    for (name, cue) in zip(names, cues) {
      let hash = document.words[lastWord(name)].hash
      var firm = tallies[hash].firm + cue.weight
      // Sipho Duma is no parliament.
      let known: NameRules.Kinds = name.count == 1 ? .anyKnown : .knownFirm
      if firm == 0, !rules.known(hash).isDisjoint(with: known) { firm = 2 }
      tallies[hash].firm = firm
      isAny = isAny || firm > 0
    }
    for word in document.capitalised where !isLastOfName(word) {
      tallies.update(document.words[word].hash) { tally in
        let place = word..<word + 1
        tally.firm += document.isFirm(place) ? 2 : firmCue(place).weight
        isAny = isAny || tally.firm > 0
      }
    }
    guard isAny else { return nil }
    return tallies
  }

  private func isLastOfName(_ word: Int) -> Bool {
    guard labels.isPerson(word) else { return false }
    return word + 1 == document.words.count || labels[word + 1] != .inside
  }

  private func addPersons(
    _ names: [Range<Int>], _ cues: [FirmCue], to tallies: inout WordTable<FirmTally>
  ) {
    for (name, cue) in zip(names, cues) where cue == .none && !document.isFirm(name) {
      let isFull = isFullName(name) || bearsBodysName(name)
      guard isFull || isPersonCue(name) else { continue }
      let hash = document.words[lastWord(name)].hash
      tallies[hash].person += isFull ? 3 : 1
      if isFull { tallies[hash].isNamed = true }
    }
  }

  /// The last word of a name but for suffixes.
  private func lastWord(_ name: Range<Int>) -> Int {
    var last = name.upperBound - 1
    while last > name.lowerBound, document.words[last].has(.suffix) { last -= 1 }
    return last
  }

  /// Names with a given name that have a firm's sign somewhere in the article: `Eli Lilly and Co`.
  private func fullNames(
    _ names: [Range<Int>], _ cues: [FirmCue], _ tallies: borrowing WordTable<FirmTally>
  ) -> Set<UInt64> {
    var firms: Set<UInt64> = []
    for (name, cue) in zip(names, cues) where cue == .sign && isFullName(name) {
      if tallies[document.words[lastWord(name)].hash].person < 4 { firms.insert(key(name)) }
    }
    return firms
  }

  private func key(_ name: Range<Int>) -> UInt64 {
    Lexicon.pair(document.words[name.lowerBound].hash, document.words[lastWord(name)].hash)
  }

  /// Sipho Duma, behind a word that no list has.
  private func bearsBodysName(_ name: Range<Int>) -> Bool {
    name.count > 1 && isUnknown(document.words[name.lowerBound])
      && rules.known(document.words[lastWord(name)].hash).contains(.knownBody)
  }

  private func isFullName(_ name: Range<Int>) -> Bool {
    name.count > 1 && document.words[name.lowerBound].has(.given)
  }

  private func isFirm(
    _ name: Range<Int>, _ cue: FirmCue, _ tallies: borrowing WordTable<FirmTally>,
    _ full: Set<UInt64>
  ) -> Bool {
    if labels.isBearer(name) || isAddressed(name) { return false }
    if cue == .sign { return true }
    if isFullName(name) { return full.contains(key(name)) }
    let tally = tallies[document.words[lastWord(name)].hash]
    if tally.isNamed { return cue == .hint && !isPersonCue(name) }
    return tally.firm > tally.person
  }

  /// A form of address, an office or a calling stands before the name.
  private func isAddressed(_ name: Range<Int>) -> Bool {
    let before = name.lowerBound - 1
    guard before >= 0, !document.words[name.lowerBound].startsSentence else { return false }
    return document.isTitle(before) && !rules[document.words[before].hash].contains(.firmKind)
  }

  /// What is said of a person there, and of no firm.
  private func isPersonCue(_ name: Range<Int>) -> Bool {
    if labels.isBearer(name) || isAddressed(name) { return true }
    var next = name.upperBound
    if next < document.words.count, isMark(",", next) { next += 1 }
    guard next < document.words.count else { return false }
    let hash = document.words[next].hash
    if personWords.contains(hash) { return true }
    return saidHash == hash && next + 1 < document.words.count
      && personWords.contains(document.words[next + 1].hash)
  }
}

private let personWords = TokenSet("who whose he she himself herself")
@inline(__always) private var saidHash: UInt64 { TokenHash.word("said") }
