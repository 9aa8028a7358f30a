internal import IndexDefinition

/// The locality of an article on one town, whose name is a famous city's: Paris in news of Henry County.
extension PlaceResolver {
  /// The country of the locality that the article is on, where a famous city's name is its town's.
  ///
  /// Where a city of millions is named too, or no county or state, something must stand beside the
  /// name as beside a town's (Paris High School; 18, of Paris): who speaks of Chicago and its sheriff
  /// may speak of Paris. 0 where a dateline has it, or anything else of the wide world is named.
  func home(of group: NameGroup) -> UInt16 {
    guard !isOld || mayBeNear(group), group.context.isDisjoint(with: .dateline),
      group.container == 0,
      let famous = group.record.famousOfOld,
      named[famous.code] <= Self.ownVoice.named, local[famous.code] <= Self.ownVoice.local
    else { return 0 }
    var best: (code: UInt16, voice: Float, weight: UInt8) = (0, Self.locality, 0)
    for index in 0..<group.record.count {
      let sense = group.record[index]
      guard sense.isTown, sense.weight >= Self.town, sense.code != famous.code,
        Self.englishSpeaking.contains(sense.code),
        allNamed - named[sense.code] - named[famous.code] < (isOld ? 0.1 : 0.5)
      else { continue }
      let voice = voice(of: sense.code, famous.code, ownTown(group))
      if (voice, sense.weight) >= (best.voice, best.weight) {
        best = (sense.code, voice, sense.weight)
      }
    }
    return best.code
  }

  /// Columns of old papers hold the county's news and the world's: where the wide world's news came from is a town only
  /// by what stands beside it.
  private func mayBeNear(_ group: NameGroup) -> Bool {
    if !group.context.isDisjoint(with: [.address, .townNoun, .residence]) { return true }
    return !NameRules.shared[group.key].contains(.datelineCity)
      && !(0..<group.record.count).contains { group.record[$0].kind == .formerPlace }
  }

  /// What speaks for a locality in a country; English words around a name do not tell London from London, Ontario.
  private func voice(of code: UInt16, _ famous: UInt16, _ ownTown: Float) -> Float {
    // Beside Chicago, Chicago's state and its county tell of no town.
    let own = metropolises[code] > 0 ? 0 : local[code]
    if ownTown == 0 { return own }
    let words = Self.englishSpeaking.contains(famous) ? 0 : ownTown
    return own + institutions[code] + words
  }

  /// How much the words beside a name say that it is a town of the article's own locality.
  func ownTown(_ group: NameGroup) -> Float {
    if group.context.contains(.address) { return 1.5 }
    if !group.context.isDisjoint(with: [.townNoun, .residence]) { return 0.75 }
    return group.context.contains(.placeNoun) ? 0.5 : 0
  }

  /// What a large city's name votes for by itself (``votePlace``).
  private static let ownVoice: (named: Float, local: Float) = (0.5, 1)
  /// Some three thousand people: what is smaller is not meant without its state (Montreal, Wisconsin).
  private static let town: UInt8 = 105
  /// The vote of a county, or of a state and one of its cities.
  private static let locality: Float = 1.5
}
