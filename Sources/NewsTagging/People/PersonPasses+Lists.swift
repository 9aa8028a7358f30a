/// Lists of names: squads, scorecards, signatories.
extension PersonPasses {
  /// Of three runs of capitalised words or more with only commas, numbers, brackets, line ends
  /// and the like between them, countries and known places aside, three fifths of them persons,
  /// the others are likely persons too.
  mutating func completeLists() {
    var runs: [Range<Int>] = []
    runs.reserveCapacity(document.capitalised.count)
    var list = 0
    var end = 0
    for word in document.capitalised where word >= end {
      if list < runs.count, !separate(end..<word) {
        if runs.count - list >= Self.leastNames { complete(runs[list...]) }
        list = runs.count
      }
      end = min(word + Int(document.words[word].runLength), document.words.count)
      if !isPlace(word..<end) { runs.append(word..<end) }
    }
    complete(runs[list...])
  }

  /// Fred Couples, Mary Jo White: listed given names and a listed surname, or one that no list has, and no
  /// more, which the model thinks possible; behind a country too: `Liberal Party of Canada Fernand Viau`.
  mutating func markListedNames() {
    for run in document.capitalised where mayOpenListed(run) {
      let end = run + Int(document.words[run].runLength)
      let first = end - run > 2 && isPlainCountry(run) ? run + 1 : run
      let name = first..<end
      guard 2...3 ~= name.count, name.upperBound <= document.words.count, isListedName(name),
        !name.contains(where: { labels.isPerson($0) }),
        name.allSatisfy({
          isNoOther($0) || first > run && document.words[$0].has([.given, .surname])
        })
      else { continue }
      let isListed = document.words[name.upperBound - 1].has(.surname)
      let least = isListed ? Self.possible : Self.likelyInList
      if isListed || !isPlaced(first), score(of: name) >= least {
        labels.mark(name, by: .listedName)
      }
    }
  }

  /// The first of a run, and a country or a given name that the model did not see.
  @inline(__always)
  private func mayOpenListed(_ at: Int) -> Bool {
    let word = document.words[at]
    return word.has([.given, .country]) && (!labels.isPerson(at) || word.has(.country))
      && word.runPosition == 0
  }

  private func isPlainCountry(_ at: Int) -> Bool {
    document.words[at].has(.country) && !document.words[at].has(.given)
  }

  /// Behind an article or a preposition of place.
  private func isPlaced(_ at: Int) -> Bool {
    at > 0 && !document.words[at].startsSentence
      && (document.words[at - 1].hash == theHash || document.words[at - 1].has(.locative))
  }

  private func isListedName(_ name: Range<Int>) -> Bool {
    guard document.words[name.lowerBound].has(.given) else { return false }
    let last = document.words[name.upperBound - 1]
    guard
      last.has(.surname)
        || !last.traits.contains(.abbreviation) && last.record.traits.isEmpty
          && last.record.capitalisation % 5 == 0
    else { return false }
    return name.count == 2 || document.words[name.lowerBound + 1].has(.given)
      || document.words[name.lowerBound + 1].traits.contains(.initial)
  }

  /// Whether a word in ordinary case means nothing else than a name.
  private func isNoOther(_ at: Int) -> Bool {
    let word = document.words[at]
    let isLong = isNoPronoun(at) || word.traits.contains(.initial) || word.has(.given)
    return word.capitalLevel == 0 && isLong && !word.traits.contains(.hasHyphen)
      && !word.has(Self.namesOfOthers)
      && isNoRule(word) && FunctionWords.shared[word.hash] == 0
  }

  /// Whether a comma or a conjunction parts a word from its neighbours, and no full stop from the one before.
  private func isListed(_ at: Int) -> Bool {
    func joins(_ mark: Int) -> Bool {
      isMark(",", mark)
        || document.words.indices.contains(mark) && andHash == document.words[mark].hash
    }
    return joins(at - 1) || joins(at + 1) && !document.isPunctuation(max(at - 1, 0))
  }

  /// The probability that is enough for a word alone in a list of names.
  private static let likelyInList: Float = 0.2

  private static let namesOfOthers: WordRecord.Traits = [
    .country, .nationality, .calendar, .organisation, .facility, .place, .title, .honorific,
  ]

  private func isPlace(_ run: Range<Int>) -> Bool {
    for word in run {
      if labels.isPerson(word) { return false }
      let isKnown = document.words[word].has([.country, .nationality])
      if !isKnown, labels[word] != .place { return false }
    }
    return true
  }

  /// Whether nothing but marks, numbers, connectors and the shortest words stands between names.
  @inline(__always)
  private func separate(_ words: Range<Int>) -> Bool {
    for at in words {
      let word = document.words[at]
      guard word.kind == .word, !word.isOfTwoBytes else { continue }
      // Those right behind a name were looked up.
      let record = at - words.lowerBound < 2 ? word.record : document.record(at)
      if !record.traits.contains(.connector) { return false }
    }
    return true
  }

  /// Fewer runs are no list.
  private static let leastNames = 3

  private mutating func complete(_ list: ArraySlice<Range<Int>>) {
    guard list.count >= Self.leastNames, language?.hasNounsInCapitals != true else { return }
    let persons = list.count { $0.contains { labels.isPerson($0) } }
    guard persons * 5 >= list.count * 3 else { return }
    for run in list
    where 2...3 ~= run.count && !run.contains(where: { labels.isPerson($0) }) {
      let likely = run.contains { labels.person[$0] >= 0.02 }
      let known = run.contains {
        document.words[$0].has([.organisation, .facility, .country, .nationality, .calendar])
      }
      if likely, !known { labels.mark(run, by: .nameList) }
    }
    completeLone(list)
  }

  /// The film stars Vijay, Otto Lindner and Anna Marsh: a word alone among names is likely one too, by
  /// more.
  private mutating func completeLone(_ list: ArraySlice<Range<Int>>) {
    guard list.count >= 4 else { return }
    for run in list where run.count == 1 && !labels.isPerson(run.lowerBound) {
      let word = document.words[run.lowerBound]
      guard labels.person[run.lowerBound] >= Self.likelyInList, word.capitalLevel == 0,
        !word.has(Self.namesOfOthers), isNoPronoun(run.lowerBound),
        isListed(run.lowerBound)
      else { continue }
      labels.mark(run, by: .nameList)
    }
  }
}

@inline(__always) private var andHash: UInt64 { TokenHash.word("and") }
