internal import GRDB

/// Postings as FTS5 itself tells them, through `fts5vocab`: the reference that the reader of
/// segments is compared with, and what is used when the file's segments are of an unknown kind.
final class StockPostings: PostingSource {
  private let database: Database
  private static let columns = ["title": 0, "body": 1, "bigrams": 2]

  init(_ database: Database) {
    self.database = database
  }

  func postings(of term: String, in articles: Range<Int64>) throws -> (any TermPostings)? {
    let rows = try Row.fetchAll(
      database, sql: "SELECT doc, col, offset FROM \(try table(.instance)) WHERE term = ?",
      arguments: [term])
    let entries = rows.map { row in
      let column = Self.columns[row["col"]] ?? 2
      return (
        row: row["doc"] as Int64, occurrence: Occurrence(column: column, position: row["offset"])
      )
    }
    return entries.isEmpty ? nil : ListPostings(entries.filter { articles.contains($0.row) })
  }

  func forEachTerm(from start: String, _ body: (String) -> Bool) throws {
    let terms = try String.fetchCursor(
      database, sql: "SELECT term FROM \(try table(.row)) WHERE term >= ?", arguments: [start])
    while let term = try terms.next(), body(term) {}
  }

  /// Calls `body` with every term, the articles that hold it and its occurrences in them.
  func forEachTermCount(_ body: (String, Int, Int) -> Void) throws {
    try PreparedStatement(database, "SELECT term, doc, cnt FROM \(try table(.row))").forEach {
      body($0.text(0), Int($0.integer(1)), Int($0.integer(2)))
    }
  }

  /// What an `fts5vocab` table lists: occurrences, or terms.
  private enum Kind: String { case instance, row }

  /// The name of a temporary `fts5vocab` table, made when it is not there yet.
  ///
  /// The file is not written, but a connection that is held to queries refuses even that.
  private func table(_ kind: Kind) throws -> String {
    let name = "article_\(kind.rawValue)"
    let exists = try Bool.fetchOne(
      database, sql: "SELECT 1 FROM temp.sqlite_master WHERE name = ?", arguments: [name])
    guard exists == nil else { return name }
    let isQueryOnly = try Bool.fetchOne(database, sql: "PRAGMA query_only") ?? false
    try database.execute(sql: "PRAGMA query_only = 0")
    defer { if isQueryOnly { try? database.execute(sql: "PRAGMA query_only = 1") } }
    try database.execute(
      sql: "CREATE VIRTUAL TABLE temp.\(name) USING fts5vocab(main, article_fts, \(kind.rawValue))")
    return name
  }
}
