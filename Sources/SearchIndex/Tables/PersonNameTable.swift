internal import NewsTagging
internal import SQLite

/// Table `person_name`: every name by which an article itself names a person, with the ids of those
/// met lately in memory.
final class PersonNameTable {
  /// Beyond this many names a cache starts anew; some 100 bytes each.
  private static let cacheLimit = 300_000

  private var ids: [String: UInt32] = [:]
  private var names: [UInt32: String] = [:]
  private let find: Statement
  private let insert: Statement
  private let delete: Statement
  private let text: Statement
  private let lone: Statement
  private let members: Statement
  private let highest: Statement

  init(_ database: Connection) throws {
    find = try Statement(
      database, "SELECT id FROM person_name WHERE family = ? AND key = ? AND name = ?")
    insert = try Statement(
      database,
      "INSERT INTO person_name(name, family, key, other) VALUES (?, ?, ?, ?) RETURNING id")
    delete = try Statement(database, "DELETE FROM person_name WHERE id = ?")
    text = try Statement(database, "SELECT name FROM person_name WHERE id = ?")
    lone = try Statement(database, "SELECT key = 0 FROM person_name WHERE id = ?")
    members = try Statement(database, "SELECT id, name FROM person_name WHERE family = ?")
    highest = try Statement(database, "SELECT max(id) FROM person_name")
  }

  /// The highest id given so far, 0 for none.
  func highestID() throws -> UInt32 {
    try highest.first { UInt32($0.integer(0)) } ?? 0
  }

  /// The id of a name; one that is new is added to its own family.
  func id(of name: String) throws -> UInt32 {
    if let id = ids[name] { return id }
    let place = NamePlace(name)
    var id = try find(name, place)
    if id == nil {
      id = try insert.first(
        .text(name), .integer(place.family), .integer(place.key), SQLValue(place.otherWay?.key)
      ) { UInt32($0.integer(0)) }
    }
    if ids.count >= Self.cacheLimit { ids.removeAll(keepingCapacity: true) }
    ids[name] = id
    return id ?? 0
  }

  /// Nil for a name that no article has.
  func known(_ name: String) throws -> UInt32? {
    try ids[name] ?? find(name, NamePlace(name))
  }

  func name(of id: UInt32) throws -> String {
    if let name = names[id] { return name }
    let name = try text.first(of: Int64(id)) { $0.text(0) } ?? ""
    if names.count >= Self.cacheLimit { names.removeAll(keepingCapacity: true) }
    names[id] = name
    return name
  }

  /// Whether a name is a name alone.
  func isLone(_ id: UInt32) throws -> Bool {
    try lone.first(of: Int64(id)) { $0.integer(0) != 0 } ?? false
  }

  /// The names that belong to a family at the moment, in the order of the names.
  func members(of family: Int64) throws -> [(id: UInt32, name: String)] {
    var found: [(id: UInt32, name: String)] = []
    try members.forEach(of: family) { found.append((UInt32($0.integer(0)), $0.text(1))) }
    return found.sorted { $0.name < $1.name }
  }

  func delete(_ id: UInt32) throws {
    try delete.run(.integer(Int64(id)))
    ids.removeAll(keepingCapacity: true)
    names[id] = nil
  }

  /// It is in its own family or in that of its other way.
  private func find(_ name: String, _ place: NamePlace) throws -> UInt32? {
    for family in [place.family, place.otherWay?.family].compactMap({ $0 }) {
      let id = try find.first(.integer(family), .integer(place.key), .text(name)) {
        UInt32($0.integer(0))
      }
      if let id { return id }
    }
    return nil
  }
}

/// Which family each name of table `person_name` belongs to: its own, or that of the other way to write
/// it where an article has that way.
final class NameHomes {
  private let place: Statement
  private let move: Statement
  private let hasWay: Statement
  private let dependents: Statement
  /// Families whose members have changed.
  private(set) var touched: Set<Int64> = []
  /// Names that no article has any more.
  private let gone: Set<UInt32>

  init(_ database: Connection, gone: Set<UInt32>) throws {
    self.gone = gone
    place = try Statement(database, "SELECT name, family FROM person_name WHERE id = ?")
    move = try Statement(database, "UPDATE person_name SET family = ? WHERE id = ?")
    hasWay = try Statement(database, "SELECT id FROM person_name WHERE family = ? AND key = ?")
    dependents = try Statement(database, "SELECT id FROM person_name WHERE other = ?")
  }

  /// Finds the homes of names that came or went, and of those that depend on them.
  func update(_ names: some Sequence<UInt32>) throws {
    var waiting: [UInt32] = []
    for id in names {
      guard let (place, _) = try settle(id) else { continue }
      waiting += try dependents(on: place.key)
    }
    while let id = waiting.popLast() {
      guard let (place, hasMoved) = try settle(id), hasMoved else { continue }
      waiting += try dependents(on: place.key)
    }
  }

  /// Notes the families of names whose articles are not the same any more.
  func touch(_ names: some Sequence<UInt32>) throws {
    for id in names {
      if let family = try place.first(of: Int64(id), read: { $0.integer(1) }) {
        touched.insert(family)
      }
    }
  }

  /// Finds one name's home.
  private func settle(_ id: UInt32) throws -> (place: NamePlace, hasMoved: Bool)? {
    let found = try place.first(of: Int64(id)) { (name: $0.text(0), family: $0.integer(1)) }
    guard let found else { return nil }
    let place = NamePlace(found.name)
    let home = try home(of: place)
    touched.insert(found.family)
    guard home != found.family else { return (place, false) }
    touched.insert(home)
    try move.run(.integer(home), .integer(Int64(id)))
    return (place, true)
  }

  private func home(of place: NamePlace) throws -> Int64 {
    guard let way = place.otherWay else { return place.family }
    var isThere = false
    try hasWay.forEach(.integer(way.family), .integer(way.key)) { row in
      if !gone.contains(UInt32(row.integer(0))) { isThere = true }
    }
    return isThere ? way.family : place.family
  }

  private func dependents(on key: Int64) throws -> [UInt32] {
    guard key != 0 else { return [] }
    var found: [UInt32] = []
    try dependents.forEach(of: key) { found.append(UInt32($0.integer(0))) }
    return found
  }
}
