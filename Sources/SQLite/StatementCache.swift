internal import CSystemSQLite

/// The prepared statements of a connection: those that no one uses at the moment by their SQL, the
/// others as a number.
struct StatementCache {
  /// More are finalized as they come back; each holds some kilobytes.
  private static let capacity = 128

  private var resting: [String: [OpaquePointer]] = [:]
  private var count = 0
  /// In use.
  private(set) var lent = 0

  mutating func take(_ sql: String) -> OpaquePointer? {
    guard let statement = resting[sql]?.popLast() else { return nil }
    count -= 1
    lent += 1
    return statement
  }

  /// Counts a statement newly prepared.
  mutating func lend() { lent += 1 }

  /// Takes a statement back, without its values: a long text would stay in memory.
  mutating func give(_ statement: OpaquePointer) {
    assert(lent > 0, "a statement came back twice")
    lent -= 1
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    guard count < Self.capacity, let sql = sqlite3_sql(statement) else {
      sqlite3_finalize(statement)
      return
    }
    resting[String(cString: sql), default: []].append(statement)
    count += 1
  }

  mutating func finalizeAll() {
    for statement in resting.values.joined() { sqlite3_finalize(statement) }
    resting.removeAll()
    count = 0
  }
}
