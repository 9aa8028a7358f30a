internal import CSQLite

/// Prepared statements that no one uses at the moment, by their SQL.
struct StatementCache {
  /// More are finalized as they come back; each holds some kilobytes.
  private static let capacity = 128

  private var resting: [String: [OpaquePointer]] = [:]
  private var count = 0

  mutating func take(_ sql: String) -> OpaquePointer? {
    guard let statement = resting[sql]?.popLast() else { return nil }
    count -= 1
    return statement
  }

  /// Takes a statement back, without its values: a long text would stay in memory.
  mutating func give(_ statement: OpaquePointer) {
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
