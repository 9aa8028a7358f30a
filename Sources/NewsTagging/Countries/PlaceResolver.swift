internal import IndexDefinition

/// Decides what each name of an article means, from what the other names say.
///
/// Names that can mean one thing only vote first, as countries (`named`) or as the places of a
/// locality (`local`); then every other name takes the sense with the highest score: its prior (a
/// country's name before a city's, a large city's before a small one's) plus the votes for the
/// sense's country. A place must then reach a bar that rises for names that are also words,
/// surnames or given names.
struct PlaceResolver {
  let neighbours: UnsafeBufferPointer<UInt16>
  let languages: UInt8
  /// Whether the article is of a year when names of former places stood for them, and those of great ports and
  /// capitals for no American namesakes.
  let isOld: Bool
  /// Whether it is of a year when few cities abroad were news.
  let isBeforeRadio: Bool
  private(set) var named = CountryTally()
  private(set) var local = CountryTally()
  private(set) var hinted = CountryTally()
  /// What towns have, by the country that calls it so: sheriffs, high schools.
  private(set) var institutions = CountryTally()
  /// Its cities of two million and more.
  private(set) var metropolises = CountryTally()
  private(set) var allNamed: Float = 0

  init(neighbours: UnsafeBufferPointer<UInt16>, languages: UInt8, year: Int?) {
    assert(neighbours.count.isMultiple(of: 2), "a code without its neighbour")
    self.neighbours = neighbours
    self.languages = languages
    isOld = Self.isOld(year)
    isBeforeRadio = year.map { $0 <= 1920 } ?? false
  }

  static func isOld(_ year: Int?) -> Bool { year.map { $0 <= 1945 } ?? false }

  mutating func resolve(_ groups: inout [NameGroup]) {
    for group in groups { vote(group) }
    allNamed = named.total
    addNeighbours()
    var open: [Int] = []
    for index in groups.indices {
      groups[index].sense = decide(groups[index])
      if groups[index].sense == nil || isAmbiguous(groups[index].record) { open.append(index) }
    }
    for index in open { voteWeakly(groups[index]) }
    for index in open { groups[index].sense = decide(groups[index]) }
  }

  // MARK: Votes

  private mutating func vote(_ group: NameGroup) {
    if group.container != 0 { local[group.container] += 1.5 }
    // No person is called so, though a town called like one stands before it (Paris Police Department).
    if group.record.count > 0, group.record[0].kind == .hint {
      for index in 0..<group.record.count { hint(group.record[index], in: group) }
      return
    }
    guard group.free > 0, let sense = voice(of: group), isUsable(sense, in: group) else { return }
    let more = min(Float(group.count - 1), 3) * 0.2
    switch sense.kind {
    case .country, .abbreviation, .gone, .metonym, .organisation, .compoundPrefix:
      named[sense.code] += 1 + more
    case .demonym: named[sense.code] += 0.7 + more
    case .hint: break
    case .county: local[sense.code] += 1.5
    case .abbreviatedState where sense.weight & 1 == 0 || group.context.contains(.commaBefore):
      local[sense.code] += 1.5
    case .abbreviatedState: break
    case .capital, .city, .region, .formerPlace: votePlace(sense, group)
    }
  }

  /// Counts a hint; what is listed for several countries tells none of them by itself.
  private mutating func hint(_ sense: CountryGazetteer.Sense, in group: NameGroup) {
    guard sense.kind == .hint, isUsable(sense, in: group) else { return }
    if group.record.count == 1 { hinted[sense.code] = min(hinted[sense.code] + 0.5, 2) }
    if sense.weight & CountryGazetteer.Sense.townHint != 0 { institutions[sense.code] += 0.75 }
  }

  private mutating func votePlace(_ sense: CountryGazetteer.Sense, _ group: NameGroup) {
    let isName = group.record.flags.isDisjoint(with: [.word, .givenName, .surname])
    if sense.weight >= 190 {
      if sense.kind != .region { metropolises[sense.code] += 1 }
      local[sense.code] += 1
      named[sense.code] += 0.5
    } else if sense.weight >= 150, isName {
      local[sense.code] += 0.6
      named[sense.code] += 0.3
    } else if isName, !group.context.isDisjoint(with: .placeLike) {
      local[sense.code] += 0.3
    }
  }

  private mutating func voteWeakly(_ group: NameGroup) {
    guard let sense = group.sense, group.free > 0 else { return }
    local[sense.code] += 0.4
  }

  private mutating func addNeighbours() {
    guard allNamed > 0 else { return }
    // Found first, since what is added for one says nothing of its neighbours.
    var more: [(code: UInt16, voices: Float)] = []
    more.reserveCapacity(16)
    var at = 0
    while at + 1 < neighbours.count {
      let voices = named[neighbours[at + 1]]
      if voices > 0 { more.append((neighbours[at], 0.8 * min(voices, 2))) }
      at += 2
    }
    for (code, voices) in more { named[code] += voices }
  }

  private func isAmbiguous(_ record: CountryGazetteer.Record) -> Bool {
    guard record.count > 1 else { return false }
    let first = record[0].code
    for index in 1..<record.count where record[index].code != first { return true }
    return false
  }

  /// The sense that a name votes for before any is decided: its only one, or a large city's beside
  /// places a tenth its size (London, though Ontario has one too), unless a container says which.
  private func voice(of group: NameGroup) -> CountryGazetteer.Sense? {
    let record = group.record
    guard record.count > 0 else { return nil }
    guard isAmbiguous(record) else { return record[0] }
    guard group.container == 0, group.context.isDisjoint(with: [.placeNoun, .townNoun]) else {
      return nil
    }
    let senses = (0..<record.count).lazy.map { record[$0] }
    guard let first = senses.max(by: { $0.weight < $1.weight }), first.weight >= 205,
      first.kind == .capital || first.kind == .city
    else { return nil }
    let rivals = senses.contains { $0.code != first.code && !isDwarfed($0, by: first) }
    return rivals ? nil : first
  }

  private func isDwarfed(
    _ sense: CountryGazetteer.Sense, by first: CountryGazetteer.Sense
  ) -> Bool {
    sense.kind.isPlace && Int(sense.weight) + 25 <= Int(first.weight)
  }

  // MARK: Decisions

  /// What a sense reached and what it had to, nil where it was out of the question.
  func weigh(
    _ sense: CountryGazetteer.Sense, in group: NameGroup
  ) -> (score: Float, bar: Float)? {
    guard group.free > 0, isPossible(sense, in: group),
      isCandidate(sense, in: group, at: home(of: group))
    else { return nil }
    return (score(sense, in: group), bar(sense, group))
  }

  private func decide(_ group: NameGroup) -> CountryGazetteer.Sense? {
    guard group.free > 0 else { return nil }
    var best: (sense: CountryGazetteer.Sense, score: Float)?
    // The same for all senses, and asked for where one is left.
    var home: UInt16?
    for index in 0..<group.record.count {
      let sense = group.record[index]
      guard isPossible(sense, in: group) else { continue }
      let itsHome = home ?? self.home(of: group)
      home = itsHome
      guard isCandidate(sense, in: group, at: itsHome) else { continue }
      let score = score(sense, in: group)
      if score > (best?.score ?? -.infinity) { best = (sense, score) }
    }
    guard let best, best.score >= bar(best.sense, group) else { return nil }
    return best.sense
  }

  private func isPossible(_ sense: CountryGazetteer.Sense, in group: NameGroup) -> Bool {
    sense.kind != .hint && isUsable(sense, in: group) && !(group.isFirm && isSmall(sense))
      && !isMerelyWord(sense, group) && !isElsewhere(sense, group)
      && !(isOld && isUnheardOf(sense, group))
  }

  /// Whether a sense that is possible counts beside the name's others.
  ///
  /// - Parameter home: what ``home(of:)`` says of the group.
  private func isCandidate(
    _ sense: CountryGazetteer.Sense, in group: NameGroup, at home: UInt16
  ) -> Bool {
    if home != 0 { return sense.code == home && sense.isTown }
    guard sense.isTown, !group.tellsTown(of: sense) else { return true }
    if group.record.namesPeople { return !isOld && isTownOfPeople(sense, group) }
    return !group.record.namesCountry
      && !isOvershadowed(sense, in: group)
  }

  /// Canadian, Texas: behind "in" where the state's counties are named.
  private func isTownOfPeople(_ sense: CountryGazetteer.Sense, _ group: NameGroup) -> Bool {
    group.context.contains(.locative) && local[sense.code] >= 1.5
  }

  /// Battle or Hughes in an old paper: a word or a name that is a town too, where no state stands behind it; a
  /// city, where nothing speaks for its country.
  private func isMerelyWord(_ sense: CountryGazetteer.Sense, _ group: NameGroup) -> Bool {
    guard isOld, sense.kind.isPlace, sense.weight < 190, group.container != sense.code else {
      return false
    }
    let (flags, isPlaced) = (group.record.flags, !group.context.isDisjoint(with: .placeLike))
    if flags.contains(.word) {
      return sense.weight < 150 || named[sense.code] < 0.7 || !isPlaced
    }
    return !flags.isDisjoint(with: [.givenName, .surname]) && sense.weight < 150 && !isPlaced
      && !group.record.namesCountry
  }

  /// Leon in `LEON, IOWA`: half of the matches or more have another country's state behind them.
  private func isElsewhere(_ sense: CountryGazetteer.Sense, _ group: NameGroup) -> Bool {
    sense.kind.isPlace && group.container != 0 && group.container != sense.code
      && group.contained * 2 >= group.count
  }

  /// A town or province too small to tell of a firm where it is at home: Honda Motor Co, not Tokyo Corp.
  private func isSmall(_ sense: CountryGazetteer.Sense) -> Bool {
    sense.kind != .capital && sense.kind.isPlace && sense.weight < 170
  }

  /// Whether a village shares its name with a city of half a million, some thousand times its size,
  /// and no state or school says that it is meant (Montreal, Wisconsin); in old papers its name with a place
  /// that they all wrote of (Athens, Georgia).
  private func isOvershadowed(_ sense: CountryGazetteer.Sense, in group: NameGroup) -> Bool {
    guard sense.kind != .region else { return false }
    let isKnown = isOld && NameRules.shared[group.key].contains(.ofOldNews)
    let (least, distance) = isKnown ? (UInt8(150), 70) : (171, 95)
    return (0..<group.record.count).contains { index in
      let other = group.record[index]
      if other.code == sense.code { return false }
      return isOld && other.kind == .formerPlace && other.weight >= 190
        || other.weight >= least
          && Int(other.weight) - Int(sense.weight) >= distance
          && (other.kind == .city || other.kind == .capital)
    }
  }

  private func score(_ sense: CountryGazetteer.Sense, in group: NameGroup) -> Float {
    var score = Self.prior(sense)
    if sense.kind.isPlace {
      score += min(4, 2.2 * Self.log1p(votes(sense, group)))
      if group.record.hasMajorSense {
        if sense.weight < 190 { score -= group.context.contains(.placeNoun) ? 0.5 : 1.5 }
      } else if !group.context.isDisjoint(with: .placeLike) {
        score += group.context.contains(.dateline) ? 1.5 : 1
      }
      if !group.context.isDisjoint(with: [.townNoun, .address]),
        Self.englishSpeaking.contains(sense.code), !hasOtherTowns(sense.code)
      {
        score += 1.5
      }
      if group.container != 0 { score += group.container == sense.code ? 4 : -1 }
      if sense.code == group.namesake { score += 1.2 }
    } else {
      score += min(3, 1.5 * Self.log1p(named[sense.code]))
      if group.container != 0, group.container != sense.code { score -= 3 }
    }
    return score
  }

  /// Against a country's name only a locality's own voice counts (Florida, Georgia and Alabama), and every other
  /// country named speaks for world news.
  private func votes(_ sense: CountryGazetteer.Sense, _ group: NameGroup) -> Float {
    let voices = local[sense.code] + hinted[sense.code]
    guard group.record.hasMajorSense else { return voices + 0.4 * named[sense.code] }
    let own = sense.isMajor ? voices : voices + institutions[sense.code] + ownTown(group)
    return own - (sense.isMajor ? 0.25 : 0.5) * (allNamed - named[sense.code])
  }
}
