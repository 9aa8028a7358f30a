internal import GRDB

/// Postings as FTS5 itself tells them, through `fts5vocab`: the reference that the reader of
/// segments is compared with, and what is used when the file's segments are of an unknown kind.
final class StockPostings: PostingSource {
  private let database: Database
  private static let columns = ["title": 0, "body": 1, "bigrams": 2]

  init(_ database: Database) throws {
    self.database = database
    try Self.makeVocabulary(in: database)
  }

  /// The virtual table is temporary, so the file is not written; a connection that is held to
  /// queries refuses even that unless told.
  private static func makeVocabulary(in database: Database) throws {
    let exists = try Bool.fetchOne(
      database, sql: "SELECT 1 FROM temp.sqlite_master WHERE name = 'article_instance'")
    guard exists == nil else { return }
    let isQueryOnly = try Bool.fetchOne(database, sql: "PRAGMA query_only") ?? false
    try database.execute(sql: "PRAGMA query_only = 0")
    try database.execute(
      sql: "CREATE VIRTUAL TABLE temp.article_instance USING fts5vocab(main, article_fts, instance)"
    )
    if isQueryOnly { try database.execute(sql: "PRAGMA query_only = 1") }
  }

  func postings(of term: String) throws -> (any TermPostings)? {
    let rows = try Row.fetchAll(
      database, sql: "SELECT doc, col, offset FROM article_instance WHERE term = ?",
      arguments: [term])
    let entries = rows.map { row in
      let column = Self.columns[row["col"]] ?? 2
      return (
        row: row["doc"] as Int64, occurrence: Occurrence(column: column, position: row["offset"])
      )
    }
    return entries.isEmpty ? nil : ListPostings(entries)
  }

  func forEachTerm(from start: String, _ body: (String) -> Bool) throws {
    let terms = try String.fetchCursor(
      database, sql: "SELECT DISTINCT term FROM article_instance WHERE term >= ?",
      arguments: [start])
    while let term = try terms.next(), body(term) {}
  }
}
