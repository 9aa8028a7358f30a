internal import GRDB

/// The names of entities by id, each read when first shown.
final class EntityLabels {
  struct Entry {
    /// The canonical name or the country code.
    var value: String
    /// As shown to people.
    var label: String
  }

  private let statement: PreparedStatement
  private var known: [Int: Entry] = [:]

  /// Lives no longer than the connection.
  init(_ database: Database) throws {
    statement = try PreparedStatement(database, "SELECT value, label FROM entity WHERE id = ?")
  }

  /// Empty for an id that is none.
  func entry(_ id: Int) throws -> Entry {
    if let entry = known[id] { return entry }
    let read = try statement.first(of: Int64(id)) { Entry(value: $0.text(0), label: $0.text(1)) }
    let entry = read ?? Entry(value: "", label: "")
    known[id] = entry
    return entry
  }
}
