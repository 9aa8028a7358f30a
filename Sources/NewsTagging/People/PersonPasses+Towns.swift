/// Surnames that stand where towns stand, of which local papers are full.
extension PersonPasses {
  /// The names of towns that stand somewhere in the article as a town does, and nowhere as a person.
  ///
  /// - Parameters:
  ///   - names: all there are.
  ///   - known: the first and last words of the longer ones.
  func towns(
    among names: [Range<Int>], besides known: borrowing WordTable<Bool>
  ) -> WordTable<Bool> {
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

  /// Ryan in `a tournament in Ryan on Wednesday`, Hurley in `planted at Hurley`, Bahia Blanca; not in `faith in
  /// Wilson`, `looked at Wilson`, `in Wilson's office`, `in Carl Morris`.
  func standsAsTown(_ name: Range<Int>) -> Bool {
    let at = name.lowerBound
    guard at > 1, !document.words[at].startsSentence, !isOwner(name.upperBound),
      name.count == 1 || !opensLikePerson(name)
    else { return false }
    let (before, cue) = (document.words[at - 1].hash, rules[document.words[at - 2].hash])
    guard before == inHash || before == atHash, !cue.contains(.regard) else { return false }
    return before == inHash || isCalledAsPlace(name)
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
  private func homesInList(_ names: [Range<Int>]) -> [Int] {
    let homes = names.indices.dropFirst().compactMap { at -> Int? in
      let (person, home) = (names[at - 1], names[at])
      guard person.count > 1, home.count == 1, home.lowerBound == person.upperBound + 1,
        isMark(",", person.upperBound),
        isMark(";", home.upperBound) || isMark(".", home.upperBound)
      else { return nil }
      return home.lowerBound
    }
    return homes.count < 3 ? [] : homes
  }
}

@inline(__always) private var inHash: UInt64 { TokenHash.word("in") }
@inline(__always) private var atHash: UInt64 { TokenHash.word("at") }
