/// Who is who among all names of one family name in an archive.
///
/// The most telling names come first: those with whole given names, of these the ones with middle
/// names, of these the most frequent. Each joins the person whom it fits surely enough or founds one.
/// In doubt names stay apart: a wrong merge is worse than a missed one. The answer depends on nothing
/// but the names with their numbers and the rules, whatever their order.
package struct NameFamily: Sendable {
  /// One person of the family.
  package struct Person: Sendable {
    /// The position of the name that the person goes by: the most frequent with a whole given name.
    package fileprivate(set) var leader: Int
    /// Articles, counted once a name.
    package fileprivate(set) var articles = 0
    /// The first name, by which the others are compared.
    fileprivate let name: PersonName
    fileprivate(set) var names: [Int]
    /// First letters of up to four middle names that the person is known to have, 0 none.
    fileprivate var middles: UInt32
    fileprivate var generation: Int?
  }

  /// Persons of commoner family names are told apart by more than a short form or an initial, unless one
  /// outshines all others.
  private static let rareFamily = 20

  private let rules: PersonRules
  private let names: [SightedName]
  /// In the order of their founding.
  package private(set) var persons: [Person] = []
  /// The person of each name; nil: a name alone, one with a form of address, one of initials that
  /// nobody is known to have.
  package private(set) var personOfName: [Int?]
  private var index = GivenNameIndex()
  /// Of all persons so far.
  private var articles = 0

  /// - Parameters:
  ///   - names: each once, those whose ``NamePlace/otherWay`` is here included.
  ///   - family: their ``NamePlace/family``.
  ///   - rules: the user's, of which those are heeded that keep names apart.
  package init(
    _ names: [(text: String, articles: Int)], of family: Int64, rules: PersonRules = PersonRules()
  ) {
    self.rules = rules
    self.names = names.map { SightedName($0.text, articles: $0.articles) }
    personOfName = Array(repeating: nil, count: names.count)
    var otherWays: [Int] = []
    for position in SightedName.ranked(self.names) {
      if NamePlace.family(of: self.names[position].name.head) == family {
        take(position)
      } else {
        otherWays.append(position)
      }
    }
    join(otherWays)
  }

  /// The persons whom a name alone may mean, ascending: those with this very family name or a listed
  /// spelling of it, for what sounds alike is not enough.
  ///
  /// Beside others somebody of one article whose given name nobody knows is rather a slip of the letters.
  package func bearers(of name: Int) -> [Int] {
    let sought = names[name].name
    guard sought.isLone, let head = sought.head else { return [] }
    let all = persons.indices.filter { head.isListed || persons[$0].name.head?.hash == head.hash }
    let sure = all.filter { persons[$0].articles > 1 || isGivenNameKnown(of: persons[$0].name) }
    return sure.isEmpty ? all : sure
  }

  /// In how many articles a surname is somebody's, counted once a name.
  struct Renown {
    /// Of all names that end in it.
    fileprivate(set) var all = 0
    /// Of the name alone.
    fileprivate(set) var alone = 0
    /// Of the names of the one person who has most.
    fileprivate(set) var most = 0
    /// The position of the most frequent spelling of the name alone, nil where nobody is called so.
    fileprivate(set) var lone: Int?
  }

  /// - Parameter name: a surname alone, or a ``FaintName``.
  func renown(of name: Int) -> Renown {
    var renown = Renown()
    let same = names.indices.filter { isSightedAs($0, name) }
    var persons: [Int: Int] = [:]
    for other in same {
      let articles = names[other].articles
      renown.all += articles
      if let person = personOfName[other] { persons[person, default: 0] += articles }
      guard names[other].name.words.count == 1 else { continue }
      renown.alone += articles
      if renown.lone.map({ names[$0].articles < articles }) ?? true { renown.lone = other }
    }
    renown.most = persons.values.max() ?? 0
    return renown
  }

  /// Whether a name is somebody's and ends in the same word as another.
  private func isSightedAs(_ other: Int, _ name: Int) -> Bool {
    !FaintName.isFaint(names[other].text)
      && names[other].name.head?.hash == names[name].name.head?.hash
  }

  private func isGivenNameKnown(of name: PersonName) -> Bool {
    name.given.contains { $0.kind == .full && GivenNames.shared.contains($0) }
  }

  /// Whether a name alone is a given name as well.
  package func isGivenName(_ name: Int) -> Bool {
    names[name].name.head.map(GivenNames.shared.contains) ?? false
  }

  private mutating func take(_ position: Int) {
    let name = names[position]
    if let person = match(name) {
      add(position, to: person)
    } else if name.hasFullGivenName {
      index.add(persons.count, name.name)
      persons.append(
        Person(
          leader: position, name: name.name, names: [], middles: Self.middles(of: name.name),
          generation: name.name.generation))
      add(position, to: persons.count - 1)
    }
  }

  /// Names written in another way go to the person of the way that is here.
  private mutating func join(_ positions: [Int]) {
    if positions.isEmpty { return }
    var known: [NamePlace.Way: Int] = [:]
    for position in SightedName.ranked(names) where personOfName[position] != nil {
      let way = NamePlace(names[position].name, isLone: false).way
      if known[way].map({ names[$0].articles < names[position].articles }) ?? true {
        known[way] = position
      }
    }
    for position in positions {
      let way = NamePlace(names[position].name, isLone: false).otherWay
      guard let person = way.flatMap({ known[$0] }).flatMap({ personOfName[$0] }),
        !isKeptApart(position, from: person)
      else { continue }
      add(position, to: person)
    }
  }

  private mutating func add(_ position: Int, to person: Int) {
    let name = names[position]
    personOfName[position] = person
    persons[person].names.append(position)
    persons[person].articles += name.articles
    articles += name.articles
    if persons[person].middles == 0 { persons[person].middles = Self.middles(of: name.name) }
    persons[person].generation = persons[person].generation ?? name.name.generation
    if name.hasFullGivenName, name.articles > names[persons[person].leader].articles {
      persons[person].leader = position
    }
  }
}

extension NameFamily {
  /// The one known person whom the name fits, surely enough.
  private func match(_ sighted: SightedName) -> Int? {
    guard !sighted.name.given.isEmpty else { return nil }
    var best: [Int] = []
    var likeness = NameLikeness.initial
    for person in index.persons(like: sighted.name) where allows(sighted, person) {
      let found = persons[person].name.likeness(to: sighted.name)
      if found > likeness { best = [] }
      if found >= likeness { best.append(person) }
      likeness = max(likeness, found)
    }
    guard let first = likeness == .same ? best.first : dominant(among: best) else { return nil }
    guard likeness >= .middle || persons.count <= Self.rareFamily || isRenowned(first) else {
      return nil
    }
    return rules.hasNamesKeptApart && isKeptApart(sighted, from: first) ? nil : first
  }

  /// The one whom nine of ten articles mean that mention any of them; nil when it is not clear.
  private func dominant(among found: [Int]) -> Int? {
    guard let best = found.max(by: { persons[$0].articles < persons[$1].articles }) else {
      return nil
    }
    let all = found.reduce(0) { $0 + persons[$1].articles }
    return found.count == 1 || Dominance.isClear(persons[best].articles, of: all) ? best : nil
  }

  /// Whether nine of ten articles that mention anyone of the family mention this person.
  private func isRenowned(_ person: Int) -> Bool {
    Dominance.isClear(persons[person].articles, of: articles)
  }

  /// Whether what is known of a person does not stand against the name.
  private func allows(_ sighted: SightedName, _ person: Int) -> Bool {
    let known = persons[person]
    if let generation = sighted.name.generation, let other = known.generation,
      generation != other
    {
      return false
    }
    var (mine, theirs) = (Self.middles(of: sighted.name), known.middles)
    while mine != 0 && theirs != 0 {
      if mine & 0xFF != theirs & 0xFF { return false }
      (mine, theirs) = (mine >> 8, theirs >> 8)
    }
    return true
  }

  private func isKeptApart(_ position: Int, from person: Int) -> Bool {
    rules.hasNamesKeptApart && isKeptApart(names[position], from: person)
  }

  /// Whether a rule keeps the name apart from any of the person's.
  private func isKeptApart(_ name: SightedName, from person: Int) -> Bool {
    persons[person].names.contains { rules.keepApart(name.text, names[$0].text) }
  }

  /// The first middle name's letter in the lowest byte.
  private static func middles(of name: PersonName) -> UInt32 {
    guard !name.isFamilyFirst else { return 0 }
    return name.given.dropFirst().prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1.first) }
  }
}
