internal import CSystemSQLite

/// Reads large values straight into the caller's memory (<https://sqlite.org/c3ref/blob_open.html>).
///
/// A statement would put a value together from its pages in memory of its own first.
package struct BlobReader {
  private let connection: Connection
  private let table: String
  private let column: String

  package init(_ connection: Connection, table: String, column: String) {
    self.connection = connection
    self.table = table
    self.column = column
  }

  /// Reads the value in the row `rowid`, into what `memory` gives for its size in bytes.
  ///
  /// - Throws: ``SQLiteError``, also where there is no such row.
  package func read(
    _ rowid: Int64, into memory: (Int) -> UnsafeMutableRawPointer
  ) throws(SQLiteError) -> UnsafeMutableRawBufferPointer {
    connection.assertIsOurs()
    var opened: OpaquePointer?
    let code = try sqlite3_blob_open(connection.live(), "main", table, column, rowid, 0, &opened)
    // Closing ends the handle's read transaction, and does nothing where there is no handle.
    defer { sqlite3_blob_close(opened) }
    guard code == SQLITE_OK, let opened else { throw error(code) }
    let count = sqlite3_blob_bytes(opened)
    assert(count >= 0, "a value of \(count) bytes")
    let start = memory(Int(count))
    let read = sqlite3_blob_read(opened, start, count, 0)
    guard read == SQLITE_OK else { throw error(read) }
    return UnsafeMutableRawBufferPointer(start: start, count: Int(count))
  }

  private func error(_ code: Int32) -> SQLiteError {
    connection.error(code, sql: "\(table).\(column)")
  }
}
