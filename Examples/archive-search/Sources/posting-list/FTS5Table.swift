import FTS5Segments
import SystemSQLite

/// The records of an FTS5 table, read by SQLite's own calls within one transaction.
final class FTS5Table: SegmentPages {
  struct Failure: Error {
    var message: String
  }

  private enum Value {
    case number(Int)
    case bytes(UnsafeRawBufferPointer)
  }

  private var database: OpaquePointer?
  private let name: String

  init(_ name: String, of file: String) throws {
    self.name = name
    guard sqlite3_open_v2(file, &database, SQLITE_OPEN_READONLY, nil) == SQLITE_OK,
      sqlite3_exec(database, "BEGIN", nil, nil, nil) == SQLITE_OK
    else { throw failure }
  }

  deinit { sqlite3_close_v2(database) }

  var columns: Int {
    get throws {
      Int(try number("SELECT count(*) FROM pragma_table_info('\(name)')") ?? 0)
    }
  }

  var version: Int {
    get throws {
      Int(try number("SELECT v FROM \"\(name)_config\" WHERE k = 'version'") ?? 0)
    }
  }

  // MARK: - What the reader asks

  func read(_ id: Int64, into page: PageBytes) throws -> Bool {
    try first("SELECT block FROM \"\(name)_data\" WHERE id = ?", [.number(Int(id))]) { row in
      page.fill(
        from: UnsafeRawBufferPointer(
          start: sqlite3_column_blob(row, 0), count: Int(sqlite3_column_bytes(row, 0))))
    } != nil
  }

  func rest() {}

  func pageNumber(segment: Int, atOrBefore term: UnsafeRawBufferPointer) throws -> Int64? {
    try number(
      """
      SELECT pgno FROM "\(name)_idx" WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1
      """, [.number(segment), .bytes(term)])
  }

  func pageNumber(segment: Int, after term: UnsafeRawBufferPointer) throws -> Int64? {
    try number(
      "SELECT pgno FROM \"\(name)_idx\" WHERE segid = ? AND term > ? ORDER BY term LIMIT 1",
      [.number(segment), .bytes(term)])
  }

  // MARK: - SQLite

  private var failure: Failure {
    Failure(message: String(cString: sqlite3_errmsg(database)))
  }

  private func number(_ sql: String, _ values: [Value] = []) throws -> Int64? {
    try first(sql, values) { sqlite3_column_int64($0, 0) }
  }

  /// What `read` makes of the first row; nil when there is none.
  private func first<Answer>(
    _ sql: String, _ values: [Value], _ read: (OpaquePointer) -> Answer
  ) throws -> Answer? {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(database, sql, -1, &prepared, nil) == SQLITE_OK,
      let statement = prepared
    else { throw failure }
    defer { sqlite3_finalize(statement) }
    for (place, value) in zip(Int32(1)..., values) {
      switch value {
      case .number(let number): sqlite3_bind_int64(statement, place, Int64(number))
      case .bytes(let bytes):
        sqlite3_bind_blob(statement, place, bytes.baseAddress, Int32(bytes.count), nil)
      }
    }
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return read(statement)
    case SQLITE_DONE: return nil
    default: throw failure
    }
  }
}
