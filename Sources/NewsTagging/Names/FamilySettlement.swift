/// Settles whom each sighting of a family's names means.
package struct FamilySettlement {
  /// A name in an article.
  package struct Sighting {
    /// The position of the name in its family.
    package let name: Int32
    /// As ``LoneName/moment(of:)`` counts; ``undated`` sorts before all others.
    package let moment: Int32

    package static let undated = Int32.min

    package init(name: Int32, moment: Int32?) {
      self.name = name
      self.moment = moment ?? Self.undated
    }
  }

  private let names: [String]
  private let rules: PersonRules
  private let family: NameFamily
  /// By name, each ascending.
  private let moments: [[Int32]]

  /// - Parameters:
  ///   - names: each once, those that belong to the family by another way to write them included.
  ///   - family: ``NamePlace/family``.
  ///   - sightings: of all these names.
  package init(
    _ names: [String], of family: Int64, rules: PersonRules, sightings: some Sequence<Sighting>
  ) {
    self.names = names
    self.rules = rules
    var moments = [[Int32]](repeating: [], count: names.count)
    for sighting in sightings { moments[Int(sighting.name)].append(sighting.moment) }
    for name in moments.indices { moments[name].sort() }
    self.moments = moments
    self.family = NameFamily(
      zip(names, moments).map { ($0, $1.count) }, of: family, rules: rules)
  }

  /// What the sightings of one name mean.
  package enum Meaning {
    /// The person who goes by the name at this position, in every article.
    case always(Int)
    /// By moment; nobody known where the moment is missing.
    case byMoment([Int32: Int])
  }

  package func meaning(of name: Int) -> Meaning {
    if FaintName.isFaint(names[name]) { return meaning(ofFaint: name) }
    if let person = family.personOfName[name] { return .always(family.persons[person].leader) }
    let bearers = family.bearers(of: name)
    return bearers.isEmpty
      ? .always(name) : .byMoment(leaders(of: name, among: bearers, alone: moments[name]))
  }

  /// - Parameter alone: when articles have the name alone as somebody's.
  private func leaders(
    of name: Int, among bearers: [Int], alone: [Int32]
  ) -> [Int32: Int] {
    var lone = LoneName(
      articles: bearers.map { family.persons[$0].articles }, sightings: sightings(of: bearers),
      alone: alone.filter { $0 != Sighting.undated }, isGivenName: family.isGivenName(name))
    var leaders: [Int32: Int] = [:]
    var last: Int32?
    for moment in moments[name] where moment != last {
      last = moment
      let bearer = lone.bearer(at: moment == Sighting.undated ? nil : moment)
      guard let leader = bearer.map({ family.persons[bearers[$0]].leader }),
        !rules.keepApart(FaintName.surname(of: names[name]), names[leader])
      else { continue }
      leaders[moment] = leader
    }
    return leaders
  }

  private func sightings(of bearers: [Int]) -> [LoneName.Sighting] {
    var sightings: [LoneName.Sighting] = []
    for (position, person) in bearers.enumerated() {
      for name in family.persons[person].names {
        for moment in moments[name] where moment != Sighting.undated {
          sightings.append(.init(moment: moment, bearer: Int32(position)))
        }
      }
    }
    return sightings.sorted { $0.moment < $1.moment }
  }
}

// MARK: - Faint names

extension FamilySettlement {
  /// In how many articles a surname must be somebody's for the archive to know whose it is where it stands bare.
  private static let wellKnown = 100
  /// The share of these that must have it alone or as one person's.
  private static let onePerson = 0.8
  /// The share that they must have of all articles with the word, those included that do not make it a person's.
  private static let personShare = 0.7

  /// What the name alone means, where the archive knows the name well: nothing that a faint name adds to.
  private func meaning(ofFaint name: Int) -> Meaning {
    let renown = family.renown(of: name)
    guard isWellKnown(renown, faint: moments[name].count) else { return .byMoment([:]) }
    let lone = renown.lone
    // Who is called Charles alone is no one.
    let isGivenName = family.isGivenName(name)
    var leaders = leaders(
      of: name, among: family.bearers(of: name), alone: lone.map { moments[$0] } ?? [])
    for moment in moments[name] where !isGivenName { leaders[moment] = leaders[moment] ?? lone }
    return .byMoment(leaders)
  }

  private func isWellKnown(_ renown: NameFamily.Renown, faint: Int) -> Bool {
    let all = Double(renown.all)
    return renown.all >= Self.wellKnown
      && Double(renown.alone + renown.most) >= Self.onePerson * all
      && all >= Self.personShare * Double(renown.all + faint)
  }
}
