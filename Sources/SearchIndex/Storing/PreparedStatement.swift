internal import GRDB
internal import GRDBSQLite

/// A value on its way into a statement.
enum SQLValue {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])

  init(_ text: String?) {
    self = text.map(SQLValue.text) ?? .null
  }
}

/// A prepared statement for rows by the million: bytes are bound and read in place.
///
/// Lives inside one block of the connection; not for use by two threads.
final class PreparedStatement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  init(_ database: Database, _ sql: String) throws {
    connection = try Self.connection(of: database)
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw Self.error(connection, code, sql) }
    handle = prepared
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Runs to the end, passing over any rows.
  func run(_ values: SQLValue...) throws {
    try bind(values)
    defer { sqlite3_reset(handle) }
    while try step() {}
  }

  /// What `read` makes of the first row; nil when there is none.
  func first<R>(_ values: SQLValue..., read: (PreparedStatement) throws -> R) throws -> R? {
    try bind(values)
    defer { sqlite3_reset(handle) }
    return try step() ? try read(self) : nil
  }

  /// As ``first(_:read:)`` with one number, allocating nothing: pages are read by the hundred.
  func first<R>(of number: Int64, read: (PreparedStatement) throws -> R) throws -> R? {
    sqlite3_bind_int64(handle, 1, number)
    defer { sqlite3_reset(handle) }
    return try step() ? try read(self) : nil
  }

  /// Calls `receive` at every row.
  func forEach(_ values: SQLValue..., receive: (PreparedStatement) throws -> Void) throws {
    try bind(values)
    defer { sqlite3_reset(handle) }
    while try step() { try receive(self) }
  }

  /// As ``forEach(_:receive:)`` with one number, allocating nothing.
  func forEach(of number: Int64, receive: (PreparedStatement) throws -> Void) throws {
    sqlite3_bind_int64(handle, 1, number)
    defer { sqlite3_reset(handle) }
    while try step() { try receive(self) }
  }

  /// Stands before the first row; the caller steps, and resets once it is done.
  func start(at number: Int64) {
    sqlite3_reset(handle)
    sqlite3_bind_int64(handle, 1, number)
  }

  func reset() { sqlite3_reset(handle) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  /// Valid until the next step.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    // The blob first: it decides the encoding, the count after it is that encoding's.
    let start = sqlite3_column_blob(handle, column)?.assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// Moves to the next row; false after the last.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: true
    case SQLITE_DONE: false
    case let code:
      throw Self.error(connection, code, sqlite3_sql(handle).map { String(cString: $0) })
    }
  }

  private func bind(_ values: [SQLValue]) throws {
    for (index, value) in values.enumerated() {
      let code = bind(value, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw Self.error(connection, code, nil) }
    }
  }

  private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
    // SQLITE_TRANSIENT, a macro that Swift does not import: SQLite copies the bytes.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null:
      return sqlite3_bind_null(handle, index)
    case .integer(let number):
      return sqlite3_bind_int64(handle, index, number)
    case .text(var text):
      return text.withUTF8 { utf8 in
        // A null pointer would bind NULL: an empty text needs an address too.
        withUnsafePointer(to: 0 as CChar) { empty in
          let start = utf8.baseAddress.map {
            UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)
          }
          return sqlite3_bind_text64(
            handle, index, start ?? empty, UInt64(utf8.count), transient, UInt8(SQLITE_UTF8))
        }
      }
    case .blob(let bytes):
      return bytes.isEmpty
        ? sqlite3_bind_zeroblob(handle, index, 0)
        : sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), transient)
    }
  }

  static func connection(of database: Database) throws -> OpaquePointer {
    guard let connection = database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the connection is closed")
    }
    return connection
  }

  static func error(_ connection: OpaquePointer, _ code: Int32, _ sql: String?)
    -> DatabaseError
  {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)),
      sql: sql)
  }
}
