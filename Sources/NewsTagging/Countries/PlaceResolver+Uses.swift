internal import IndexDefinition

/// Which senses of a name count in an article: by its capitals, its language, its year, what is said of them.
extension PlaceResolver {
  func isUsable(_ sense: CountryGazetteer.Sense, in group: NameGroup) -> Bool {
    !(isOld && (isAtHome(sense, group) || isThing(sense, group))) && isWritten(sense, group)
  }

  private func isThing(_ sense: CountryGazetteer.Sense, _ group: NameGroup) -> Bool {
    group.isThing && group.record.lendsName(sense)
  }

  /// Whether a sense counts as the name is written, in its language and of its year.
  private func isWritten(_ sense: CountryGazetteer.Sense, _ group: NameGroup) -> Bool {
    switch sense.kind {
    case .abbreviation:
      group.context.contains(.capitals)
        && (sense.isDotted || !group.context.contains(.allCapsField) || group.count > 1)
    case .country, .demonym: isSpoken(sense, group)
    case .abbreviatedState where sense.needsTown: group.context.contains(.behindTown)
    // ON in a headline of 1916 is no Ontario: the post's codes came later.
    case .abbreviatedState, .hint:
      sense.weight & 1 == 0
        || group.context.contains(.capitals) && (sense.kind == .hint || !isOld)
    case .compoundPrefix: group.context.contains(.compound)
    case .formerPlace: isOld
    default: true
    }
  }

  /// A name of another language counts in its own language, or where nothing else can be meant.
  private func isSpoken(_ sense: CountryGazetteer.Sense, _ group: NameGroup) -> Bool {
    if isOld, isLater(sense, group) { return false }
    if !isOld, group.record.flags.contains(.weakDemonym), isDescent(sense, group) { return false }
    if sense.weight & (languages | 0x80) != 0 { return true }
    return languages == 0 && sense.kind == .country && group.record.count == 1
      && group.record.flags.isDisjoint(with: [.word, .givenName, .surname])
  }

  /// Whether a demonym is said of descent, as of Greek salads and Irish parades.
  ///
  /// The article is on one English-speaking locality, names no other country, and this one by
  /// nothing else. Greek troops are none of descent.
  private func isDescent(_ sense: CountryGazetteer.Sense, _ group: NameGroup) -> Bool {
    let own = named[sense.code]
    guard own <= 1.3, local[sense.code] == 0, !group.context.contains(.stateNoun) else {
      return false
    }
    return Self.englishSpeaking.contains { home in
      home != sense.code && local[home] + hinted[home] >= 1.5 && allNamed - named[home] - own < 1
    }
  }

  /// Whether an old American paper means something of its own: Indians are of a people of America, unless India or
  /// its empire is named, and what was called so later is a misprint.
  private func isAtHome(_ sense: CountryGazetteer.Sense, _ group: NameGroup) -> Bool {
    guard group.record.flags.contains(.native) else { return false }
    guard sense.kind == .demonym else { return true }
    guard named[sense.code] <= 1.3, local[sense.code] == 0,
      !group.context.contains(.stateNoun)
    else { return false }
    return named[Self.britain] < 0.7 || local[Self.america] > 0
  }

  /// Whether a city abroad is named of which no paper wrote until 1920 (Iasi is `last`), or whose name is rather an American
  /// town's (Lima, Ohio): nothing else speaks for its country, nor for a place.
  func isUnheardOf(_ sense: CountryGazetteer.Sense, _ group: NameGroup) -> Bool {
    guard sense.kind.isPlace, sense.kind != .formerPlace, sense.code != Self.america,
      group.container != sense.code, named[sense.code] < 0.7
    else { return false }
    if group.record.flags.contains(.townName) { return true }
    return isBeforeRadio && sense.kind != .region && sense.weight < 205 && group.isWord
      && group.context.isDisjoint(with: .placeLike)
      && NameRules.shared[group.key].isDisjoint(with: [.datelineCity, .ofOldNews])
  }

  /// Whether a place had a country's name then: Moldavia was Rumania's, and Jersey is New Jersey among places of America.
  private func isLater(_ sense: CountryGazetteer.Sense, _ group: NameGroup) -> Bool {
    (0..<group.record.count).contains {
      let former = group.record[$0]
      return former.kind == .formerPlace && former.code != sense.code
        && (former.code != Self.america || local[Self.america] > 0)
    }
  }

  @inline(__always) static var america: UInt16 { packedCode(ofLetters: "US") }
  @inline(__always) private static var britain: UInt16 { packedCode(ofLetters: "GB") }
}
