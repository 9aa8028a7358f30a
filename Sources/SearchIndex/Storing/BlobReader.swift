internal import GRDB
internal import GRDBSQLite

/// Reads large values straight into the caller's memory.
///
/// A statement would put a value together from its pages in memory of its own first.
/// Lives inside one block of the connection.
struct BlobReader {
  private let connection: OpaquePointer
  private let table: String
  private let column: String

  init(_ database: Database, table: String, column: String) throws {
    connection = try PreparedStatement.connection(of: database)
    self.table = table
    self.column = column
  }

  /// Reads the value in the row `rowid`, into what `memory` gives for its size in bytes.
  func read(
    _ rowid: Int64, into memory: (Int) -> UnsafeMutableRawPointer
  ) throws -> UnsafeMutableRawBufferPointer {
    var opened: OpaquePointer?
    let code = sqlite3_blob_open(connection, "main", table, column, rowid, 0, &opened)
    // Closing ends the handle's read transaction, and does nothing where there is no handle.
    defer { sqlite3_blob_close(opened) }
    guard code == SQLITE_OK, let opened else { throw error(code) }
    let count = sqlite3_blob_bytes(opened)
    let start = memory(Int(count))
    let read = sqlite3_blob_read(opened, start, count, 0)
    guard read == SQLITE_OK else { throw error(read) }
    return UnsafeMutableRawBufferPointer(start: start, count: Int(count))
  }

  private func error(_ code: Int32) -> DatabaseError {
    PreparedStatement.error(connection, code, "\(table).\(column)")
  }
}
