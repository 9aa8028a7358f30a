internal import IndexDefinition
internal import NewsTagging
internal import SQLite

/// Settles who is who in the families of names that something has happened to, and gives the people of
/// the articles where that changes anything their new names.
///
/// It looks at all names of these families with all their sightings, which one pass over the column
/// `name` gathers; what a family comes to is ``FamilySettlement``'s business.
struct PeopleSettlement {
  /// Names that are looked at together; more are taken in several passes.
  private static let namesOfAPass = 400_000

  private let database: Connection
  private let names: PersonNameTable
  private let column: NameColumn
  private let rules: PersonRules
  private let replay: PersonReplay
  private var families: [Int64] = []
  /// Names that no article has any more.
  private var gone: Set<UInt32> = []

  /// - Parameters:
  ///   - old: the rules under which the articles are shown.
  ///   - new: those under which they are to be.
  init(_ database: Connection, _ names: PersonNameTable, old: PersonRules, new: PersonRules) throws
  {
    self.database = database
    self.names = names
    rules = new
    column = try NameColumn(database)
    replay = try PersonReplay(database, names, old: old, new: new)
  }

  /// Finds the families to settle.
  ///
  /// - Parameters:
  ///   - came: names that are new.
  ///   - mayBeGone: names that maybe no article has.
  ///   - touched: names that have other articles than before.
  mutating func find(
    came: [UInt32], mayBeGone: Set<UInt32>, touched: Set<UInt32>
  ) throws {
    gone = try withoutArticles(mayBeGone)
    let homes = try NameHomes(database, gone: gone)
    try homes.update(came + gone.sorted())
    try homes.touch(touched)
    families = homes.touched.sorted()
  }

  /// Finds all families anew.
  mutating func findAll() throws {
    let all: [Int64] = try database.values("SELECT id FROM person_name ORDER BY id")
    try find(came: all.map { UInt32($0) }, mayBeGone: Set(all.map { UInt32($0) }), touched: [])
  }

  /// Finds the families of these names.
  mutating func find(_ names: Set<String>) throws {
    let known = try names.sorted().compactMap(self.names.known)
    try find(came: [], mayBeGone: [], touched: Set(known))
  }

  /// - Parameter also: articles to be named anew whatever comes of it.
  /// - Returns: the rows of the articles that changed.
  func run(also: Set<Int64> = []) throws -> [Int64] {
    var rest = families[...]
    var changed: Set<Int64> = []
    var also = also
    repeat {
      var pass = FamiliesPass()
      while !rest.isEmpty, pass.count < Self.namesOfAPass {
        let family = rest.removeFirst()
        pass.add(family, try names.members(of: family).filter { !gone.contains($0.id) })
      }
      try pass.gather(column)
      var changes = pass.changes(rules)
      for row in also { changes[row] = changes[row] ?? [:] }
      also = []
      changed.formUnion(try replay.run(changes))
    } while !rest.isEmpty
    for id in gone.sorted() { try names.delete(id) }
    return changed.sorted()
  }

  /// The articles that show one of these people, by their names before the rules.
  func articles(of people: Set<UInt32>) throws -> Set<Int64> {
    var found: Set<Int64> = []
    if people.isEmpty { return found }
    try column.forEach { row, _, person in
      if people.contains(person.meant) { found.insert(row) }
    }
    return found
  }

  private func withoutArticles(_ names: Set<UInt32>) throws -> Set<UInt32> {
    if names.isEmpty { return [] }
    var there = RowIDSet()
    try column.forEach { _, _, person in there.insert(Int64(person.name)) }
    return names.filter { !there.contains(Int64($0)) }
  }
}

/// Some families with all sightings of their names.
struct FamiliesPass {
  /// A name in an article.
  private struct Sighting {
    var row: Int64
    /// The position of the name among all.
    var name: Int32
    var moment: Int32?
    var meant: UInt32
  }

  private var families: [(family: Int64, names: Range<Int>)] = []
  private var ids: [UInt32] = []
  private var names: [String] = []
  /// Grouped by name once gathered.
  private var sightings: [Sighting] = []

  var count: Int { ids.count }

  mutating func add(_ family: Int64, _ members: [(id: UInt32, name: String)]) {
    families.append((family, ids.count..<ids.count + members.count))
    ids += members.map(\.id)
    names += members.map(\.name)
  }

  /// Reads every sighting of the names.
  mutating func gather(_ column: NameColumn) throws {
    guard let last = ids.max() else { return }
    // By id: the position and one more, 0 for the names of other families.
    var positions = [Int32](repeating: 0, count: Int(last) + 1)
    for (position, id) in ids.enumerated() { positions[Int(id)] = Int32(position) + 1 }
    var found: [Sighting] = []
    try column.forEach { row, date, person in
      guard person.name <= last, positions[Int(person.name)] != 0 else { return }
      found.append(
        Sighting(
          row: row, name: positions[Int(person.name)] - 1, moment: LoneName.moment(of: date),
          meant: person.meant))
    }
    sightings = Self.grouped(found, count: ids.count)
  }

  /// Sightings by name, those of one in the order they had.
  private static func grouped(_ sightings: [Sighting], count: Int) -> [Sighting] {
    guard let first = sightings.first else { return [] }
    var places = [Int](repeating: 0, count: count + 1)
    for sighting in sightings { places[Int(sighting.name) + 1] += 1 }
    for name in 0..<count { places[name + 1] += places[name] }
    var grouped = [Sighting](repeating: first, count: sightings.count)
    for sighting in sightings {
      grouped[places[Int(sighting.name)]] = sighting
      places[Int(sighting.name)] += 1
    }
    return grouped
  }

  /// By article and name: the name that the person is to go by, where it is another than before.
  func changes(_ rules: PersonRules) -> [Int64: [UInt32: UInt32]] {
    var changes: [Int64: [UInt32: UInt32]] = [:]
    var rest = sightings[...]
    for (family, range) in families {
      let sightings = rest.prefix { Int($0.name) < range.upperBound }
      rest = rest[sightings.endIndex...]
      let settled = FamilySettlement(
        Array(names[range]), of: family, rules: rules,
        sightings: sightings.map {
          .init(name: $0.name - Int32(range.lowerBound), moment: $0.moment)
        })
      collect(settled, sightings, range, into: &changes)
    }
    return changes
  }

  private func collect(
    _ settled: FamilySettlement, _ sightings: ArraySlice<Sighting>, _ range: Range<Int>,
    into changes: inout [Int64: [UInt32: UInt32]]
  ) {
    var meaning = FamilySettlement.Meaning.byMoment([:])
    var last: Int32 = -1
    for sighting in sightings {
      let name = Int(sighting.name) - range.lowerBound
      if sighting.name != last { meaning = settled.meaning(of: name) }
      last = sighting.name
      let moment = sighting.moment ?? FamilySettlement.Sighting.undated
      let meant = ids[range.lowerBound + (meaning.leader(at: moment) ?? name)]
      guard meant != sighting.meant else { continue }
      changes[sighting.row, default: [:]][ids[Int(sighting.name)]] = meant
    }
  }
}
