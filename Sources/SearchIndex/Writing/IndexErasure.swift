internal import OperatingSystem
internal import SQLite
internal import SearchModel

/// Leaves nothing of what was taken out in any file of an index: no term, no name, no free page, no log.
struct IndexErasure {
  let database: Connection

  /// Outside of any transaction, as the one writer.
  ///
  /// - Throws: ``ArticleIndexError/busy(path:holder:)`` while someone reads: their state of the file
  ///   needs the old pages.
  func run() throws {
    try FullTextIndex(database: database).mergeAll()
    try eraseDerived()
    // A copy of the whole index: on disk rather than in memory.
    try database.execute("PRAGMA temp_store = FILE")
    defer { try? database.execute("PRAGMA temp_store = MEMORY") }
    try database.execute("VACUUM")
    try eraseLog()
    removeHalfMadeFiles()
  }

  /// What outlives its article: terms among the stems, samples of the statistics that SQLite plans by.
  private func eraseDerived() throws {
    let vocabulary = try StockPostings(database).termsTable()
    try database.transaction(.immediate) {
      try database.execute("DELETE FROM stem WHERE term NOT IN (SELECT term FROM \(vocabulary))")
      let samples: Int? = try database.value(
        "SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat4'")
      if samples != nil { try database.execute("DELETE FROM sqlite_stat4") }
    }
  }

  /// The log goes into the file, which is cut to its size, and is cut to nothing.
  private func eraseLog() throws {
    let isBusy = try database.rows("PRAGMA wal_checkpoint(TRUNCATE)").first?.integer("busy") ?? 0
    if isBusy != 0 {
      throw ArticleIndexError.busy(path: database.path, holder: "another process that reads it")
    }
  }

  /// What an upgrade or a repair that was cut off left beside the index.
  private func removeHalfMadeFiles() {
    for name in [".upgrade", ".repair"] {
      for ending in [""] + IndexFile.companions {
        FileSystem.remove(FilePath.resolved(database.path) + name + ending)
      }
    }
  }
}
