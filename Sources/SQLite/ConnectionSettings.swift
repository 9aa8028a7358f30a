internal import CSystemSQLite

extension Connection {
  /// How the log of a file is kept (<https://sqlite.org/pragma.html#pragma_journal_mode>).
  package enum JournalMode: String, Sendable {
    /// Readers and one writer side by side; needs files beside the database.
    case wal
    /// The database is all in one file while no one writes it.
    case delete
  }

  /// Bounds the page cache; in thousands of bytes (1,024).
  package func setCache(kilobytes: Int) throws(SQLiteError) {
    try execute("PRAGMA cache_size = -\(kilobytes)")
  }

  /// Bytes of a page of a file that has none yet; of others it stays.
  package func setPageSize(bytes: Int) throws(SQLiteError) {
    try execute("PRAGMA page_size = \(bytes)")
  }

  /// The kind of log, nil for others than the two.
  package func journal() throws(SQLiteError) -> JournalMode? {
    let name: String? = try value("PRAGMA journal_mode")
    return name.flatMap { JournalMode(rawValue: $0) }
  }

  /// Changes the kind of log.
  ///
  /// - Throws: ``SQLiteError`` where others hold the file open and the mode would leave WAL, and where
  ///   SQLite keeps the mode there was without an error, as for a file that it may not write.
  package func setJournal(_ mode: JournalMode) throws(SQLiteError) {
    let sql = "PRAGMA journal_mode = \(mode.rawValue)"
    let now: String? = try value(sql)
    guard now == mode.rawValue else {
      throw SQLiteError.refused("the log stays \(now ?? "as it is")", sql: sql, path: path)
    }
  }

  /// Leaves the log's files in place, empty, where this connection is the file's last user
  /// (<https://sqlite.org/c3ref/c_fcntl_begin_atomic_write.html>, `SQLITE_FCNTL_PERSIST_WAL`).
  package func keepLog() throws(SQLiteError) {
    var keeps: Int32 = 1
    let code = sqlite3_file_control(try live(), "main", SQLITE_FCNTL_PERSIST_WAL, &keeps)
    guard code == SQLITE_OK else { throw error(code, sql: "SQLITE_FCNTL_PERSIST_WAL") }
  }

  /// Bytes that the file's header says it has; nil where it says nothing of the kind
  /// (<https://sqlite.org/fileformat2.html#the_database_header>).
  ///
  /// Read by SQLite: when we closed a descriptor of our own, SQLite's locks on the file would go.
  package var sizeInHeader: Int? {
    var head = [UInt8](repeating: 0, count: 32)
    var file: UnsafeMutablePointer<sqlite3_file>?
    guard let handle = try? live(),
      sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK,
      file?.pointee.pMethods?.pointee.xRead(file, &head, 32, 0) == SQLITE_OK,
      head.starts(with: "SQLite format 3\0".utf8)
    else { return nil }
    let number = { (bytes: Range<Int>) in head[bytes].reduce(0) { $0 << 8 | Int($1) } }
    let pageSize = number(16..<18)
    return (pageSize == 1 ? 65536 : pageSize) * number(28..<32)
  }

  /// A number that another connection's change of the file changes.
  package func dataVersion() throws(SQLiteError) -> Int64? {
    try value("PRAGMA data_version")
  }
}
