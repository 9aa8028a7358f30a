internal import FTS5Segments
internal import GRDB

/// The rows of `article_fts_data` and `article_fts_idx`, for the reader of segments.
///
/// Lives inside one read transaction.
final class SQLitePages: SegmentPages {
  private let block: PreparedStatement
  private let atOrBefore: PreparedStatement
  private let after: PreparedStatement

  init(_ database: Database) throws {
    block = try PreparedStatement(database, "SELECT block FROM article_fts_data WHERE id = ?")
    atOrBefore = try PreparedStatement(
      database,
      """
      SELECT pgno FROM article_fts_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1
      """)
    after = try PreparedStatement(
      database,
      "SELECT pgno FROM article_fts_idx WHERE segid = ? AND term > ? ORDER BY term LIMIT 1")
  }

  func read(_ id: Int64, into page: PageBytes) throws -> Bool {
    try block.first(of: id) { page.fill(from: UnsafeRawBufferPointer($0.bytes(0))) } != nil
  }

  func pageNumber(segment: Int, atOrBefore term: UnsafeRawBufferPointer) throws -> Int64? {
    try number(atOrBefore, segment, term)
  }

  func pageNumber(segment: Int, after term: UnsafeRawBufferPointer) throws -> Int64? {
    try number(after, segment, term)
  }

  private func number(
    _ statement: PreparedStatement, _ segment: Int, _ term: UnsafeRawBufferPointer
  ) throws -> Int64? {
    try statement.first(.integer(Int64(segment)), .blob(Array(term))) { $0.integer(0) }
  }
}
