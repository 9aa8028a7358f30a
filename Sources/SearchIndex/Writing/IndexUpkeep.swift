internal import SQLite

/// What leaves an index at its best for readers, after the last batch.
struct IndexUpkeep {
  let database: Connection

  /// - Parameter mergesAll: Merges the full text into one segment; else merging is left to FTS5's
  ///   own pace.
  func run(mergesAll: Bool) throws {
    if mergesAll { try FullTextIndex(database: database).mergeAll() }
    try DominantLanguage(database: database).store()
    try StemCounter(database: database).refresh()
    try database.execute("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)")
  }
}
