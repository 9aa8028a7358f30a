internal import IndexDefinition
internal import SQLite
internal import SearchModel

/// Tables, indexes and views against the schema that a new file would get; what others have added is
/// theirs.
struct SchemaCheck {
  private struct Entry: Hashable {
    var name: String
    var kind: String
    var sql: String
  }

  let index: ArticleIndex
  let repair: Bool

  func findings() throws -> [CheckFinding] {
    let wanted = try Self.entries(Self.model())
    return try index.inspect(repairing: repair) { database in
      let there = try Self.entries(database)
      return try wanted.subtracting(there).sorted { $0.name < $1.name }.map { entry in
        let isThere = there.contains { $0.name == entry.name }
        let isMended = repair && entry.kind != "table"
        if isMended { try make(entry, database, replacing: isThere) }
        return CheckFinding(
          side: entry.kind == "table" ? .content : .derived,
          message: "\(entry.kind) \(entry.name) is \(isThere ? "not ours" : "missing")",
          isRepaired: isMended)
      }
    }
  }

  private func make(_ entry: Entry, _ database: Connection, replacing: Bool) throws {
    if replacing { try database.execute("DROP \(entry.kind) \(entry.name)") }
    try database.execute(entry.sql)
  }

  private static func model() throws -> Connection {
    let database = try Connection.inMemory()
    for part in IndexFormat.parts { try database.execute(part.sql) }
    return database
  }

  /// Without those that SQLite makes by itself.
  private static func entries(_ database: Connection) throws -> Set<Entry> {
    let rows = try database.rows("SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return Set(
      rows.map { Entry(name: $0.text("name"), kind: $0.text("type"), sql: $0.text("sql")) })
  }
}
