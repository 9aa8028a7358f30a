internal import IndexDefinition

/// What a sense must reach to be meant: more where its name is also a word, a surname or a given name.
extension PlaceResolver {
  /// The score that a sense must reach.
  func bar(_ sense: CountryGazetteer.Sense, _ group: NameGroup) -> Float {
    guard sense.kind.isPlace else { return sense.kind == .country ? countryBar(group) : 0 }
    guard sense.weight < 190 else { return 0 }
    let flags = group.record.flags
    let isAmerican = isOld && isOnlyAmerican(group.record)
    var bar: Float = isAmerican ? Self.americanBar : 5
    if flags.contains(.word) { bar += 1.5 }
    if !flags.isDisjoint(with: [.givenName, .surname]) { bar += 1.2 }
    if group.persons > 0 { bar += 1.5 }
    if group.inRun == group.count { bar += 0.8 }
    if sense.weight < 150, !(isAmerican && isDomestic), isStranger(sense, group) { bar += 1.5 }
    return bar
  }

  /// Whether little of the world abroad is named.
  private var isDomestic: Bool { allNamed - named[Self.america] < 1.5 }

  /// Whether all that is called so lies in America, and no word or person is: Pocatello.
  private func isOnlyAmerican(_ record: CountryGazetteer.Record) -> Bool {
    record.flags.isDisjoint(with: [.word, .givenName, .surname])
      && (0..<record.count).allSatisfy { record[$0].code == Self.america }
  }

  /// A small town of a country that nothing in the article speaks for, though other names speak for
  /// another: its namesake there may be in no list (Sandringham in British news).
  private func isStranger(_ sense: CountryGazetteer.Sense, _ group: NameGroup) -> Bool {
    group.container == 0 && named[sense.code] == 0 && hinted[sense.code] == 0
      && local[sense.code] == 0 && (allNamed > 0 || hasOtherTowns(sense.code))
  }

  /// Whether the article speaks of what towns have in another country, and of none in this.
  func hasOtherTowns(_ code: UInt16) -> Bool {
    institutions[code] == 0 && institutions.total > 0
  }

  /// A country that is a given name too needs a voice for it once a person was called so.
  private func countryBar(_ group: NameGroup) -> Float {
    group.persons > 0 && group.context.isDisjoint(with: .placeLike) ? 7 : 0
  }
}
