internal import CSystemSQLite

/// A prepared statement: values are bound and rows read in place, without a copy.
///
/// It is taken from the connection's cache and goes back there when its last owner lets go, so that
/// a statement of the same SQL is prepared once (<https://sqlite.org/c3ref/prepare.html>). Two that
/// live at the same time are two statements. It keeps its connection alive.
///
/// What ``bytes(_:)`` gives ends with the next ``step()``, ``reset()`` or reading of the same column
/// as another type (<https://sqlite.org/c3ref/column_blob.html>).
package final class Statement {
  package let connection: Connection
  private let handle: OpaquePointer

  /// Prepares one statement of SQL, or takes it from the connection's cache.
  ///
  /// - Throws: ``SQLiteError`` for SQL that this database cannot run.
  package init(_ connection: Connection, _ sql: String) throws(SQLiteError) {
    handle = try connection.takeStatement(sql)
    self.connection = connection
  }

  deinit {
    connection.giveBack(handle)
  }

  // MARK: - Running

  /// Runs to the end, passing over any rows.
  package func run(_ values: SQLValue...) throws(SQLiteError) {
    try bind(values)
    defer { reset() }
    while try step() {}
  }

  /// As ``run(_:)``, with the values in a list.
  package func run(_ values: [SQLValue]) throws(SQLiteError) {
    try bind(values)
    defer { reset() }
    while try step() {}
  }

  /// What `read` makes of the first row; nil when there is none.
  package func first<R>(_ values: SQLValue..., read: (Statement) throws -> R) throws -> R? {
    try bind(values)
    defer { reset() }
    return try step() ? try read(self) : nil
  }

  /// As ``first(_:read:)`` with one number, allocating nothing: pages are read by the hundred.
  package func first<R>(of number: Int64, read: (Statement) throws -> R) throws -> R? {
    start(at: number)
    defer { reset() }
    return try step() ? try read(self) : nil
  }

  /// Calls `receive` at every row.
  package func forEach(_ values: SQLValue..., receive: (Statement) throws -> Void) throws {
    try bind(values)
    defer { reset() }
    while try step() { try receive(self) }
  }

  /// Calls `goesOn` at every row until it says false.
  package func walk(_ values: SQLValue..., while goesOn: (Statement) throws -> Bool) throws {
    try bind(values)
    defer { reset() }
    while try step(), try goesOn(self) {}
  }

  /// As ``forEach(_:receive:)`` with one number, allocating nothing.
  package func forEach(of number: Int64, receive: (Statement) throws -> Void) throws {
    start(at: number)
    defer { reset() }
    while try step() { try receive(self) }
  }

  /// Stands before the first row; the caller steps, and resets once it is done.
  package func start(at number: Int64) {
    connection.assertIsOurs()
    assert(sqlite3_bind_parameter_count(handle) == 1, "not one parameter: \(sql ?? "")")
    sqlite3_reset(handle)
    sqlite3_bind_int64(handle, 1, number)
  }

  /// Moves to the next row; false after the last.
  package func step() throws(SQLiteError) -> Bool {
    connection.assertIsOurs()
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw connection.error(code, sql: sql)
  }

  /// Ends what was begun: until then SQLite's read goes on.
  ///
  /// The values bound stay. The code that SQLite gives is that of the last step, told already.
  package func reset() {
    connection.assertIsOurs()
    sqlite3_reset(handle)
  }

  // MARK: - Columns of the row it stands at

  package func isNull(_ column: Int32) -> Bool {
    assertHas(column)
    return sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  package func integer(_ column: Int32) -> Int64 {
    assertHas(column)
    return sqlite3_column_int64(handle, column)
  }

  package func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  package func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  /// The bytes of a text or blob, UTF-8, valid until the next step.
  package func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    assertHas(column)
    // The blob first: it decides the encoding, the count after it is that encoding's.
    let start = sqlite3_column_blob(handle, column)?.assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// SQLite gives NULL, and says nothing, for a column that is not there and where there is no row.
  private func assertHas(_ column: Int32) {
    assert(0..<sqlite3_data_count(handle) ~= column, "no row, or no column \(column): \(sql ?? "")")
  }

  /// A copy of the column, of the type that it is stored as.
  func value(_ column: Int32) -> SQLValue {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_FLOAT: .real(sqlite3_column_double(handle, column))
    case SQLITE_TEXT: .text(text(column))
    case SQLITE_BLOB: .blob(Array(bytes(column)))
    default: .null
    }
  }

  /// Of a row.
  package var columnCount: Int32 { sqlite3_column_count(handle) }

  func columnName(_ column: Int32) -> String {
    sqlite3_column_name(handle, column).map { String(cString: $0) } ?? ""
  }

  private var sql: String? { sqlite3_sql(handle).map { String(cString: $0) } }

  // MARK: - Values

  /// Binds `values` to the parameters in order.
  func bind(_ values: [SQLValue]) throws(SQLiteError) {
    connection.assertIsOurs()
    // Too many are an error of SQLite's; those left out would be NULL, and nothing said.
    assert(
      sqlite3_bind_parameter_count(handle) <= values.count,
      "parameters without a value: \(sql ?? "")")
    for (index, value) in values.enumerated() {
      let code = bind(value, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw connection.error(code, sql: sql) }
    }
  }

  private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
    switch value {
    case .null: sqlite3_bind_null(handle, index)
    case .integer(let number): sqlite3_bind_int64(handle, index, number)
    case .real(let number): sqlite3_bind_double(handle, index, number)
    case .text(let text): bind(text, at: index)
    case .blob(let bytes) where bytes.isEmpty: sqlite3_bind_zeroblob(handle, index, 0)
    case .blob(let bytes):
      sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), Self.copied)
    }
  }

  private func bind(_ text: String, at index: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { utf8 in
      // A null pointer would bind NULL: an empty text needs an address too.
      withUnsafePointer(to: 0 as CChar) { empty in
        let start = utf8.baseAddress.map {
          UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)
        }
        return sqlite3_bind_text64(
          handle, index, start ?? empty, UInt64(utf8.count), Self.copied, UInt8(SQLITE_UTF8))
      }
    }
  }

  /// `SQLITE_TRANSIENT`, a macro that Swift does not import: SQLite copies the bytes.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
