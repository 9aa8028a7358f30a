internal import SQLite
internal import SearchEngine

/// Postings as FTS5 itself tells them, through `fts5vocab`: the reference that the reader of
/// segments is compared with, and what is used when the file's segments are of an unknown kind.
final class StockPostings: PostingSource {
  private let database: Connection
  private static let columns = ["title": 0, "body": 1, "bigrams": 2, "joined": 3]

  init(_ database: Connection) {
    self.database = database
  }

  var note: String? {
    "the full text has a format that only FTS5 itself reads (a newer SQLite wrote it): slower, the "
      + "same answer"
  }

  func postings(of term: String, in articles: Range<Int64>) throws -> (any TermPostings)? {
    let rows = try database.rows(
      "SELECT doc, col, offset FROM \(try table(.instance)) WHERE term = ?", .text(term))
    let entries = rows.map { row in
      let column = Self.columns[row.text("col")] ?? 2
      let occurrence = Occurrence(column: column, position: Int(row.integer("offset")))
      return (row: row.integer("doc"), occurrence: occurrence)
    }
    return entries.isEmpty ? nil : ListPostings(entries.filter { articles.contains($0.row) })
  }

  func forEachTerm(from start: String, _ body: (UnsafeRawBufferPointer) -> Bool) throws {
    let terms = try Statement(database, "SELECT term FROM \(try table(.row)) WHERE term >= ?")
    try terms.walk(.text(start)) { body(UnsafeRawBufferPointer($0.bytes(0))) }
  }

  /// Calls `body` with every term, the articles that hold it and its occurrences in them.
  func forEachTermCount(_ body: (String, Int, Int) -> Void) throws {
    try Statement(database, "SELECT term, doc, cnt FROM \(try table(.row))").forEach {
      body($0.text(0), Int($0.integer(1)), Int($0.integer(2)))
    }
  }

  /// The name of a temporary table with a row a term in column `term`.
  func termsTable() throws -> String { try "temp.\(table(.row))" }

  /// What an `fts5vocab` table lists: occurrences, or terms.
  private enum Kind: String { case instance, row }

  /// The name of a temporary `fts5vocab` table, made when it is not there yet; the file itself is
  /// not written.
  private func table(_ kind: Kind) throws -> String {
    let name = "article_\(kind.rawValue)"
    let exists: Int? = try database.value(
      "SELECT 1 FROM temp.sqlite_master WHERE name = ?", .text(name))
    guard exists == nil else { return name }
    try database.execute(
      "CREATE VIRTUAL TABLE temp.\(name) USING fts5vocab(main, article_fts, \(kind.rawValue))")
    return name
  }
}
