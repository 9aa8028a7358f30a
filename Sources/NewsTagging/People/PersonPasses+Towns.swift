/// Surnames that stand where towns stand, of which local papers are full.
extension PersonPasses {
  /// In old papers the names of towns that stand somewhere in the article as a town does, and nowhere as a person.
  ///
  /// - Parameters:
  ///   - names: all there are.
  ///   - known: the first and last words of the longer ones.
  func towns(
    among names: [Range<Int>], besides known: borrowing WordTable<Bool>
  ) -> WordTable<Bool> {
    guard isOldPaper else { return WordTable(words: 0, blank: false) }
    let homes = homesInList(names)
    let lone = names.filter { $0.count == 1 }
    let placed = lone.filter {
      homes.contains($0.lowerBound) || standsAsTown($0) && isCalledAsPlace($0)
    }
    var towns = WordTable(words: placed.count, blank: false)
    for name in placed where !known[document.words[name.lowerBound].hash] {
      towns[document.words[name.lowerBound].hash] = true
    }
    for name in lone where labels.isBearer(name) {
      towns.update(document.words[name.lowerBound].hash) { $0 = false }
    }
    return towns
  }

  /// Of a time when papers were full of the county's news.
  var isOldPaper: Bool { PlaceResolver.isOld(document.article.date?.year) }

  /// Ryan in `a tournament in Ryan on Wednesday`, Hurley in `planted at Hurley`, Bahia Blanca; not in `faith in
  /// Wilson`, `looked at Wilson`, `in Wilson's office`, `in Carl Morris`, `in the Wilson trial`.
  func standsAsTown(_ name: Range<Int>) -> Bool {
    let at = name.lowerBound
    guard at > 1, language == nil, !document.words[at].startsSentence, !isOwner(name.upperBound),
      !isCase(name.upperBound), name.count == 1 || !opensLikePerson(name)
    else { return false }
    let (before, cue) = (document.words[at - 1].hash, rules[document.words[at - 2].hash])
    guard before == inHash || before == atHash, !cue.contains(.regard) else { return false }
    return before == inHash && isOldPaper || isCalledAsPlace(name)
  }

  private func isCase(_ at: Int) -> Bool {
    at < document.words.count && cases.contains(document.words[at].hash)
  }

  private func opensLikePerson(_ name: Range<Int>) -> Bool {
    let first = document.words[name.lowerBound]
    return first.has(.given) || first.traits.contains(.initial) || first.traits.contains(.allCaps)
      || first.traits.contains(.abbreviation)
  }

  /// Behind a name an apostrophe with its s, or what OCR left of them.
  private func isOwner(_ end: Int) -> Bool {
    guard end < document.words.count else { return false }
    return document.words[end].traits.contains(.possessive) || isMark("'", end)
      || document.words[end - 1].traits.contains(.hasApostrophe)
  }

  /// Hardwick in `J. C. Babcock, Hardwick; W. C. Bailey, Hardwick; Irwin Brown, Sheffield`: what stands alone
  /// between full names and semicolons or stops, three times or more.
  private func homesInList(_ names: [Range<Int>]) -> Set<Int> {
    let homes = names.indices.dropFirst().compactMap { at -> Int? in
      let (person, home) = (names[at - 1], names[at])
      guard person.count > 1, home.count == 1, home.lowerBound == person.upperBound + 1,
        isMark(",", person.upperBound),
        isMark(";", home.upperBound) || isMark(".", home.upperBound)
      else { return nil }
      return home.lowerBound
    }
    return homes.count < 3 ? [] : Set(homes)
  }
}

@inline(__always) private var inHash: UInt64 { TokenHash.word("in") }
@inline(__always) private var atHash: UInt64 { TokenHash.word("at") }
private let cases = TokenSet(
  "case trial trials murder killing slaying shooting bombing probe affair hearing suit v v. vs vs.")
