internal import CSystemSQLite

/// The system's SQLite as any other program uses it: without checksums of pages.
package enum StockSQLite {
  package struct Failure: Error {
    package let message: String
  }

  /// Runs all statements of `sql` over a connection of its own, which then is closed.
  package static func execute(_ sql: String, on path: String) throws {
    try withConnection(path) { try run(sql, $0) }
  }

  /// Runs `sql`, then `body` while the connection is open, so that a log stays beside the file.
  package static func execute(_ sql: String, on path: String, while body: () throws -> Void) throws
  {
    try withConnection(path) {
      try run(sql, $0)
      try body()
    }
  }

  private static func withConnection(
    _ path: String, _ body: (OpaquePointer) throws -> Void
  ) throws {
    var opened: OpaquePointer?
    defer { sqlite3_close_v2(opened) }
    guard sqlite3_open(path, &opened) == SQLITE_OK, let opened else {
      throw Failure(message: "\(path) cannot be opened")
    }
    try body(opened)
  }

  private static func run(_ sql: String, _ connection: OpaquePointer) throws {
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
      throw Failure(message: sqlite3_errmsg(connection).map { String(cString: $0) } ?? sql)
    }
  }
}
