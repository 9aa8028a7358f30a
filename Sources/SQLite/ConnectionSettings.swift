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

  /// Reads up to so many bytes of the file by mapping it into memory.
  package func setMapping(bytes: Int) throws(SQLiteError) {
    try execute("PRAGMA mmap_size = \(bytes)")
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

  /// A number that another connection's change of the file changes.
  package func dataVersion() throws(SQLiteError) -> Int64? {
    try value("PRAGMA data_version")
  }
}
