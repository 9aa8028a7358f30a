internal import ArticleReading
internal import SQLite

/// Which files need not be read again; asked by the reading side over a connection of its own.
struct KnownFiles {
  private let find: Statement
  private let countArticles: Statement
  private let countDuplicates: Statement
  private let prune: Bool

  init(_ database: Connection, prune: Bool) throws {
    self.prune = prune
    find = try Statement(
      database,
      """
      SELECT id, leftover FROM file
      WHERE path = ? AND size = ? AND modified = ? AND failure IS NULL
      """)
    countArticles = try Statement(
      database, "SELECT count(*) FROM article WHERE file_id = ?")
    countDuplicates = try Statement(
      database, "SELECT count(*) FROM duplicate WHERE file_id = ?")
  }

  /// The number of articles stored of a file that is as it was; nil when it must be read.
  func articlesOfUnchanged(_ file: SourceFile) throws -> Int? {
    guard !file.isStandardInput,
      let known = try find.first(
        .text(file.absolutePath), .integer(Int64(file.size)), .integer(Int64(file.modified)),
        read: { (id: $0.integer(0), leftover: $0.integer(1)) })
    else { return nil }
    if prune, known.leftover > 0 { return nil }
    return try [countArticles, countDuplicates].reduce(0) {
      try $0 + ($1.first(.integer(known.id)) { Int($0.integer(0)) } ?? 0)
    }
  }
}
