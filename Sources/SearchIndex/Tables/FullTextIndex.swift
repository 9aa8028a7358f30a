internal import SQLite

/// The settings and the upkeep of table `article_fts`.
struct FullTextIndex {
  /// Leaf pages that one step of a merge writes, each step a transaction of its own.
  private static let mergeStep = 2000

  let database: Connection

  /// Bytes of postings that FTS5 gathers in memory before it writes a segment.
  func gather(bytes: Int) throws {
    try command("hashsize", bytes)
  }

  /// Merges all segments into one: the fastest state to search.
  ///
  /// Step by step, so that the log stays small and a cut leaves a sound, half-merged index. FTS5
  /// says that nothing is left to do by changing fewer than two rows.
  func mergeAll() throws {
    var step = -Self.mergeStep
    var before: Int
    repeat {
      before = database.totalChanges
      try command("merge", step)
      step = Self.mergeStep
    } while database.totalChanges - before >= 2
  }

  /// Builds the whole index anew from the articles.
  func rebuild() throws {
    try database.execute("INSERT INTO article_fts(article_fts) VALUES ('rebuild')")
  }

  /// Compares the index with every article's text.
  ///
  /// - Throws: `SQLITE_CORRUPT_VTAB` when they do not agree.
  func checkIntegrity() throws {
    try command("integrity-check", 1)
  }

  private func command(_ name: String, _ value: Int) throws {
    try database.execute(
      "INSERT INTO article_fts(article_fts, rank) VALUES (?, ?)", .text(name),
      .integer(Int64(value)))
  }
}
