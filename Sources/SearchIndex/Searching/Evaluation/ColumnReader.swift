internal import GRDB
internal import GRDBSQLite
internal import IndexDefinition

/// Reads the packed columns of ``ColumnLayout``, one window of articles at a time.
///
/// A column's bytes are read when first asked for in a window and stay where SQLite put them; they
/// are valid until the reader moves to another window.
final class ColumnReader {
  private let database: Database
  private var statements: [ColumnLayout.Column: OpaquePointer] = [:]
  private var loaded: [ColumnLayout.Column: UnsafeRawBufferPointer] = [:]
  /// Stands for chunks that were never written, and for copies of misaligned ones.
  private let zeros: UnsafeMutableRawBufferPointer
  private(set) var window: UInt32 = 0

  init(_ database: Database) {
    self.database = database
    let size = (ColumnLayout.chunkSize + 1) * 4
    zeros = .allocate(byteCount: size, alignment: 4)
    zeros.initializeMemory(as: UInt8.self, repeating: 0)
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    zeros.deallocate()
  }

  func move(to window: UInt32) {
    self.window = window
    loaded.removeAll(keepingCapacity: true)
  }

  /// The window's values of a fixed column, one an article.
  func values(of column: ColumnLayout.Column) throws -> UnsafePointer<Int32> {
    let bytes = try bytes(of: column)
    guard bytes.count >= ColumnLayout.chunkSize * 4, let base = bytes.baseAddress else {
      throw damage(column)
    }
    return base.assumingMemoryBound(to: Int32.self)
  }

  /// The window's values of a list column.
  ///
  /// Offsets are checked to ascend within the values.
  func lists(of column: ColumnLayout.Column) throws -> ColumnLists {
    let bytes = try bytes(of: column)
    let header = (ColumnLayout.chunkSize + 1) * 4
    guard bytes.count >= header, let base = bytes.baseAddress else { throw damage(column) }
    let lists = ColumnLists(
      offsets: base.assumingMemoryBound(to: UInt32.self),
      values: (base + header).assumingMemoryBound(to: UInt32.self))
    guard lists.isSound(valueCount: (bytes.count - header) / 4) else { throw damage(column) }
    return lists
  }

  private func bytes(of column: ColumnLayout.Column) throws -> UnsafeRawBufferPointer {
    if let bytes = loaded[column] { return bytes }
    let statement = try statement(for: column)
    sqlite3_reset(statement)
    sqlite3_bind_int64(statement, 1, Int64(window))
    let bytes: UnsafeRawBufferPointer
    switch sqlite3_step(statement) {
    case SQLITE_ROW:
      bytes = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(statement, 0), count: Int(sqlite3_column_bytes(statement, 0)))
    case SQLITE_DONE: bytes = UnsafeRawBufferPointer(zeros)
    default: throw damage(column)
    }
    guard UInt(bitPattern: bytes.baseAddress) % 4 == 0 else { throw damage(column) }
    loaded[column] = bytes
    return bytes
  }

  private func statement(for column: ColumnLayout.Column) throws -> OpaquePointer {
    if let statement = statements[column] { return statement }
    var statement: OpaquePointer?
    let sql = "SELECT data FROM column_chunk WHERE name = '\(column.rawValue)' AND chunk = ?"
    guard
      sqlite3_prepare_v2(database.sqliteConnection, sql, -1, &statement, nil) == SQLITE_OK,
      let statement
    else { throw damage(column) }
    statements[column] = statement
    return statement
  }

  private func damage(_ column: ColumnLayout.Column) -> ArticleIndexError {
    .damaged(
      path: database.description, detail: "column \(column.rawValue), chunk \(window)")
  }
}

/// A window of a list column: article `i` owns `values[offsets[i] ..< offsets[i + 1]]`.
struct ColumnLists {
  let offsets: UnsafePointer<UInt32>
  let values: UnsafePointer<UInt32>

  func isSound(valueCount: Int) -> Bool {
    var falls = UInt32(0)
    for index in 0..<ColumnLayout.chunkSize {
      falls |= offsets[index] <= offsets[index + 1] ? 0 : 1
    }
    return falls == 0 && Int(offsets[ColumnLayout.chunkSize]) <= valueCount
  }

  @inline(__always)
  subscript(offset: Int) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(
      start: values + Int(offsets[offset]), count: Int(offsets[offset + 1] - offsets[offset]))
  }
}
