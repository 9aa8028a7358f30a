internal import CPageSeals
internal import CSystemSQLite
internal import OperatingSystem

/// A connection to one file, used by one thread at a time.
///
/// Who hands it to another thread (by a lock, by waiting for that thread's end) lets that thread say
/// ``claim()``; debug builds stop where a thread uses what another holds. SQLite itself takes no
/// locks for it (`SQLITE_OPEN_NOMUTEX`, <https://sqlite.org/threadsafe.html>).
package final class Connection {
  /// What the connection may do.
  package enum Mode: Sendable {
    case readOnly
    /// Reads a file that no one changes, without locks and without looking for a log.
    case immutable
    /// Writes; makes the file when there is none.
    case readWrite
  }

  /// As given; `:memory:` for none.
  package let path: String
  private let handle: OpaquePointer
  private var statements = StatementCache()
  private var isOpen = true
  private var owner = ThreadIdentity.current
  /// Kept for as long as SQLite may call it.
  private var observer: ProgressObserver?

  /// Opens the file at `path`, always a plain name: neither a URI nor a word that SQLite knows.
  ///
  /// - Parameter patience: How long a statement waits for another connection's lock.
  /// - Throws: ``SQLiteError``. That the file is no database shows at the first statement.
  package convenience init(
    _ path: String, _ mode: Mode, patience: Duration = .zero
  ) throws(SQLiteError) {
    try self.init(path: path, name: Self.name(of: path, mode), flags: Self.flags(mode))
    sqlite3_busy_timeout(handle, Int32(clamping: Int64(patience / .milliseconds(1))))
  }

  private init(path: String, name: String, flags: Int32) throws(SQLiteError) {
    var opened: OpaquePointer?
    let code = name.withSystemPath {
      sqlite3_open_v2($0, &opened, flags | SQLITE_OPEN_NOMUTEX, page_seals_vfs())
    }
    guard code == SQLITE_OK, let opened else {
      // Also a connection that failed to open has to be closed, when its error has been read.
      defer { sqlite3_close_v2(opened) }
      throw Self.error(opened, code, sql: nil, path: path)
    }
    handle = opened
    self.path = path
    sqlite3_extended_result_codes(opened, 1)
  }

  /// A database of its own in memory, gone with the connection.
  package static func inMemory() throws(SQLiteError) -> Connection {
    try Connection(path: ":memory:", name: ":memory:", flags: flags(.readWrite))
  }

  deinit {
    if isOpen { close() }
  }

  /// Ends the connection; what is asked of it afterwards is an error.
  ///
  /// Statements still alive are a mistake of the caller's: debug builds stop. In release they end the
  /// connection when the last of them goes (<https://sqlite.org/c3ref/close.html>).
  package func close() {
    guard isOpen else { return }
    statements.finalizeAll()
    // Those that FTS5 has of its own are its business.
    assert(statements.lent == 0, "\(path) was closed with \(statements.lent) statements open")
    isOpen = false
    sqlite3_close_v2(handle)
  }

  // MARK: - Threads

  /// Makes the calling thread the one that uses the connection.
  ///
  /// The caller vouches that no other thread does.
  package func claim() { owner = .current }

  /// True for the thread that made the connection or claimed it last.
  package var isOurs: Bool { owner == .current }

  func assertIsOurs() {
    assert(isOurs, "the connection to \(path) is used by two threads")
  }

  // MARK: - Running

  /// Runs all statements of `sql`, passing over any rows.
  package func execute(_ sql: String) throws(SQLiteError) {
    assertIsOurs()
    let code = try sqlite3_exec(live(), sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code, sql: sql) }
  }

  /// Runs one statement with values.
  package func execute(_ sql: String, _ values: SQLValue...) throws(SQLiteError) {
    let statement = try Statement(self, sql)
    try statement.bind(values)
    defer { statement.reset() }
    while try statement.step() {}
  }

  /// Rows inserted, changed and deleted since the connection was opened.
  package var totalChanges: Int { isOpen ? Int(sqlite3_total_changes64(handle)) : 0 }

  /// True between BEGIN and its end, which an error may bring about by itself.
  package var isInTransaction: Bool { isOpen && sqlite3_get_autocommit(handle) == 0 }

  /// True while the connection holds a read or a write of the file open.
  package var holdsTransaction: Bool {
    isOpen && sqlite3_txn_state(handle, nil) != SQLITE_TXN_NONE
  }

  /// Asks `observer` every so many of SQLite's instructions while statements run; nil: no one
  /// (<https://sqlite.org/c3ref/progress_handler.html>).
  package func observe(_ observer: ProgressObserver?, every instructions: Int32 = 0) {
    guard isOpen else { return }
    self.observer = observer
    guard let observer else { return sqlite3_progress_handler(handle, 0, nil, nil) }
    sqlite3_progress_handler(
      handle, instructions, ProgressObserver.callback,
      Unmanaged.passUnretained(observer).toOpaque())
  }

  /// Ends what runs on the connection with ``SQLiteError/Code/interrupt``; may be called from any
  /// thread while the connection lives (<https://sqlite.org/c3ref/interrupt.html>).
  package func interrupt() {
    if isOpen { sqlite3_interrupt(handle) }
  }

  // MARK: - For the room's other files

  /// The handle; an error once the connection was closed.
  func live() throws(SQLiteError) -> OpaquePointer {
    guard isOpen else {
      throw SQLiteError(
        extendedCode: SQLITE_MISUSE, message: "the connection is closed", sql: nil, path: path)
    }
    return handle
  }

  func takeStatement(_ sql: String) throws(SQLiteError) -> OpaquePointer {
    assertIsOurs()
    let handle = try live()
    if let known = statements.take(sql) { return known }
    let prepared = try prepare(sql, handle)
    statements.lend()
    return prepared
  }

  private func prepare(
    _ sql: String, _ handle: OpaquePointer
  ) throws(SQLiteError) -> OpaquePointer {
    var prepared: OpaquePointer?
    let code = sql.withCString { text in
      var rest: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v3(
        handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, &rest)
      assert(code != SQLITE_OK || rest?[0] == 0, "more than one statement: \(sql)")
      return code
    }
    guard code == SQLITE_OK else { throw error(code, sql: sql) }
    guard let prepared else {
      throw SQLiteError(
        extendedCode: SQLITE_MISUSE, message: "there is no statement", sql: sql, path: path)
    }
    return prepared
  }

  func giveBack(_ statement: OpaquePointer) {
    assertIsOurs()
    if isOpen { statements.give(statement) } else { sqlite3_finalize(statement) }
  }

  /// The error that the last call gave `code` for.
  func error(_ code: Int32, sql: String?) -> SQLiteError {
    Self.error(isOpen ? handle : nil, code, sql: sql, path: path)
  }

  private static func error(
    _ handle: OpaquePointer?, _ code: Int32, sql: String?, path: String
  ) -> SQLiteError {
    if let page = handle.flatMap({ PageSeals(of: $0) })?.refusedPage, code == PAGE_SEALS_REFUSAL {
      return SQLiteError(
        extendedCode: code, message: "page \(page) is not as it was written", sql: sql, path: path)
    }
    let message = handle.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
    return SQLiteError(
      extendedCode: code, message: message.map { String(cString: $0) } ?? "unknown error",
      sql: sql, path: path, systemCode: handle.map(sqlite3_system_errno) ?? 0)
  }

  private static func flags(_ mode: Mode) -> Int32 {
    switch mode {
    case .readOnly: SQLITE_OPEN_READONLY
    case .immutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    case .readWrite: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    }
  }

  /// SQLite reads `file:…` as a URI and `:memory:` as no file: `./` makes both plain names.
  private static func name(of path: String, _ mode: Mode) -> String {
    if case .immutable = mode { return ImmutableName(path: FilePath.absolute(path)).uri }
    return path.hasPrefix("/") ? path : "./" + path
  }
}
