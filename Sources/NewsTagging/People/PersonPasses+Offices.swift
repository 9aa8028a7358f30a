/// Persons by their offices: Gen. Pershing, Secretary Lane, Captains Sowerby, Cay and Prowse.
extension PersonPasses {
  /// A capitalised word behind a title or an office is a person, whatever it says by itself.
  ///
  /// The model knows that as well, but not of words that mean something else (Warden Sale), and
  /// not of those that OCR damaged.
  mutating func markBearers() {
    for word in document.capitalised {
      let kinds = isMonsieur(word) ? .office : kinds(of: word)
      if kinds.contains(.damagedInitial) { markDamagedInitial(word) }
      if isLeader(word) { markLeader(word) }
      guard !kinds.isDisjoint(with: .anyOffice), !isRoyalShip(word, kinds) else { continue }
      let next = behindDepartment(word) ?? word + 1
      if kinds.contains(.officeOfMany) {
        markList(from: next)
      } else {
        _ = markBearer(
          from: next,
          isCertain: kinds.contains(.office) || next > word + 1 || isRoyalName(next, kinds))
      }
    }
  }

  /// Where a name begins behind the last office within it: `U. S. District Judge Norma Marsh`.
  func startBehindOffice(_ name: Range<Int>) -> Int {
    guard name.count > 2 else { return name.lowerBound }
    let office = name.dropFirst().dropLast().last { at in
      let word = document.words[at]
      return (document.isTitle(at) || !document.misprintedOffice(at).isEmpty)
        && !word.has([.given, .surname, .particle, .suffix]) && !givenTitles.contains(word.hash)
    }
    return office.map { $0 + 1 } ?? name.lowerBound
  }

  /// What a word says of the name behind it, be it part of a longer one or misprinted.
  @inline(__always)
  private func kinds(of word: Int) -> NameRules.Kinds {
    let kinds = rules[document.words[word].hash]
    // Few words are either, but every other is followed by a name.
    let isCompound = document.words[word].traits.contains(.hasHyphen)
    guard isCompound || document.mayBeMisprinted(word) else { return kinds }
    let next = word + 1
    guard kinds.isDisjoint(with: .anyOffice), next < document.words.count,
      document.words[next].isName,
      !document.words[next].startsSentence
    else { return kinds }
    return kinds.union(
      isCompound ? document.compoundOffice(word) : document.misprintedOffice(word))
  }

  /// `M. Macron` of French texts.
  @inline(__always)
  private func isMonsieur(_ word: Int) -> Bool {
    document.words[word].hash == monsieurHash && document.article.language == "fr"
  }

  /// King Christian.
  private func isRoyalName(_ at: Int, _ kinds: NameRules.Kinds) -> Bool {
    kinds.contains(.royal) && at < document.words.count && document.words[at].has(.given)
  }

  /// The Queen Mary.
  private func isRoyalShip(_ word: Int, _ kinds: NameRules.Kinds) -> Bool {
    kinds.contains(.royal) && word > 0 && document.words[word - 1].hash == theHash
  }

  /// Names parted by commas and conjunctions.
  private mutating func markList(from start: Int) {
    var at = start
    while let end = markBearer(from: at, isCertain: true) {
      at = end
      while at < document.words.count, at - end < 2, isSeparator(at) { at += 1 }
      if at == end { return }
    }
  }

  func isSeparator(_ at: Int) -> Bool {
    isMark(",", at) || document.words[at].kind == .word && andOr.contains(document.words[at].hash)
  }

  /// Marks the name that begins at a word, if one does.
  ///
  /// - Parameter isCertain: the office stands before nothing else than names.
  /// - Returns: where the name ends, nil where none begins.
  private mutating func markBearer(from start: Int, isCertain: Bool) -> Int? {
    var first = start
    while first < document.words.count, first - start < 2, document.isLowercaseParticle(first) {
      first += 1
    }
    guard first < document.words.count, isBearer(first, isCertain: isCertain) else { return nil }
    let end = endOfBearer(from: first)
    // Herr der Lage.
    guard end > first, first == start || language?.isNoun(document.words[first].hash) != true
    else { return nil }
    if labels.isPerson(first) {
      let known = endOfName(at: first)
      let isPlace =
        document.words[known - 1].has(.facility) && known - first == 2
        && !document.words[first].traits.contains(.initial)
      guard labels[first] == .begin, !isPlace else { return known }
      labels.noteBearer(first..<known)
      guard end > known else { return known }
    }
    labels.mark(start..<end, by: .office)
    labels.noteBearer(start..<end)
    return end
  }

  private func endOfName(at word: Int) -> Int {
    var end = word + 1
    // A longer one is none, and every office in it would be followed by all that is left of it.
    let limit = min(word + Self.longestName, document.words.count)
    while end < limit, labels[end] == .inside { end += 1 }
    return end
  }

  private func isBearer(_ at: Int, isCertain: Bool) -> Bool {
    let word = document.words[at]
    guard word.isName, !word.startsSentence || goesOverLine(at),
      !word.traits.isSuperset(of: [.lineStart, .allCaps])
    else { return false }
    if word.traits.contains(.initial) {
      return at + 1 < document.words.count && document.words[at + 1].isName
        && !document.words[at + 1].startsSentence
    }
    guard rules[word.hash].isDisjoint(with: .noName),
      !isFunctionWord(word) || word.has(.given) && isFollowedByName(at)
    else { return false }
    if labels.isPerson(at) { return true }
    // A headline's line may end in what is no office there: "Girls, You Miss" / "Jobs".
    if word.traits.contains(.lineStart), word.capitalLevel > 0, isUnknown(word) { return false }
    let isKnown = word.has([.surname, .given]) && isCertain
    if isKnown, isAfterRank(at) || isKing(at) { return true }
    if word.capitalLevel == 0, word.has(.surname), standsAsSurname(at) { return true }
    if word.has(isKnown ? Self.neverNames : Self.otherThings) { return false }
    guard isCommon(word), !(isCertain && isRareInSentence(at)) else {
      return !precedesPlaceNoun(at)
    }
    return isKnown && word.capitalLevel == 0 && !isFollowedByCommonWord(at)
  }

  /// A small word of any language but Ng, which English papers have as a name alone.
  private func isFunctionWord(_ word: PeopleWord) -> Bool {
    FunctionWords.shared[word.hash] != 0 && !(language == nil && word.hash == ngHash)
  }

  /// Whether a word that hardly any text has stands in a sentence, where the few times that it is small
  /// tell little: the Captain Cousinley who threw her throttle.
  private func isRareInSentence(_ at: Int) -> Bool {
    let word = document.words[at]
    return word.capitalLevel == 0 && word.record.capitalisation < 6 && word.record.traits.isEmpty
      && document.token(at).range.count > 3 && isFollowedBySmallWord(at)
  }

  private func isFollowedBySmallWord(_ at: Int) -> Bool {
    at + 1 < document.words.count && document.words[at + 1].isInLowerCase
  }

  /// King Christian of Denmark, whatever else the name means.
  private func isKing(_ at: Int) -> Bool {
    isRoyalName(at, rules[document.words[at - 1].hash]) && at + 1 < document.words.count
      && !document.words[at + 1].isName && !isRoyalShip(at - 1, .royal)
  }

  /// General French of the home forces, President White said: a surname, whatever else it means, with the
  /// small words or marks behind it that no thing has which is called after an office.
  private func standsAsSurname(_ at: Int) -> Bool {
    let (word, next) = (document.words[at], at + 1)
    guard !rules[document.words[at - 1].hash].contains(.royal),
      !word.has([.country, .calendar, .organisation, .facility, .honorific]),
      Honorifics.shared[word.hash] == nil, next < document.words.count
    else { return false }
    let follower = document.words[next]
    // General Sale of coats.
    if follower.hash == ofHash, isCommon(word),
      !rules[document.words[at - 1].hash].contains(.office)
    {
      return false
    }
    return follower.traits.contains(.possessive) || isMark(",", next)
      || follower.isInLowerCase && (FunctionWords.shared[follower.hash] != 0 || !isCommon(word))
      || isMark(".", next) && isWithinSentence(at - 1)
  }

  /// Whether an office stands behind a small word: under orders of General Price.
  private func isWithinSentence(_ office: Int) -> Bool {
    office > 0 && !document.words[office].startsSentence
      && document.words[office - 1].isInLowerCase
  }

  /// A short rank before one surname, whatever else that means: a general French, a colonel House.
  private func isAfterRank(_ at: Int) -> Bool {
    let (word, next) = (document.words[at], at + 1)
    guard word.capitalLevel == 0, word.has(.surname),
      document.words[at - 1].traits.contains(.abbreviation)
    else { return false }
    return next == document.words.count || !document.words[next].isName
      || document.words[next].startsSentence
  }

  /// Whether a word that may be a verb (`Will`) stands before a name, not before another verb.
  private func isFollowedByName(_ at: Int) -> Bool {
    let next = at + 1
    return next < document.words.count && document.words[next].isName
      && !document.words[next].startsSentence
      && (!isCommon(document.words[next]) || closesName(next, behind: at))
  }

  /// Whether a headline goes on in capitals: `Warden Drops Dead`.
  private func isFollowedByCommonWord(_ at: Int) -> Bool {
    let next = at + 1
    return next < document.words.count && document.words[next].isName
      && !document.words[next].startsSentence && isCommon(document.words[next])
      && !closesName(next, behind: at)
  }

  /// Whether a place or body is called so: `Bishop Garrigan High School`.
  private func precedesPlaceNoun(_ at: Int) -> Bool {
    var end = at + 1
    while end < document.words.count, end - at < 3, document.words[end].isName,
      !document.words[end].startsSentence
    {
      if document.words[end].has([.facility, .organisation]) { return true }
      end += 1
    }
    return false
  }

  /// "General" at a line's end and "Funston" in the next one, where lines are not known to be wrapped.
  private func goesOverLine(_ at: Int) -> Bool {
    let (office, word) = (document.words[at - 1], document.words[at])
    return word.traits.contains(.lineStart) && !word.traits.contains(.paragraphStart)
      && !word.traits.contains(.allCaps) && office.capitalLevel < 2
      && (word.has([.surname, .given]) || (isUnknown(word) || isOnlyName(word)) && isPlain(office))
  }

  /// Whether an office does not end a headline: "Girls, You Miss" / "Jobs".
  private func isPlain(_ office: PeopleWord) -> Bool {
    office.capitalLevel == 0 && office.runPosition == 0
  }

  /// Mostly in lower case inside sentences.
  func isCommon(_ word: PeopleWord) -> Bool {
    let share = word.record.capitalisation
    return share > 0 && (share - 1) % 5 < 2
  }

  private static let longestName = 64

  static let otherThings: WordRecord.Traits = [
    .country, .nationality, .calendar, .title, .honorific, .organisation, .facility,
  ]
  private static let neverNames: WordRecord.Traits = [
    .country, .nationality, .calendar, .title, .honorific,
  ]
}

/// A duke in French, a given name in Vietnam: Tran Duc Luong.
private let givenTitles = TokenSet("duc")
@inline(__always) private var ngHash: UInt64 { TokenHash.word("ng") }
private let andOr = TokenSet("and & or")
@inline(__always) var theHash: UInt64 { TokenHash.word("the") }
