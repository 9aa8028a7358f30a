internal import FTS5Segments
internal import SQLite
internal import SearchEngine

/// What one core reads an index file with: a connection in a read transaction.
///
/// Lives no longer than the connection.
final class SQLiteCore: CoreSource {
  /// Kilobytes of pages that a reader of many queries keeps.
  private static let lastingCache = 4 << 10
  let postings: any PostingSource
  let chunks: any ChunkSource
  private let database: Connection
  private var keepsPages = false
  private lazy var source = Result {
    try Statement(database, "SELECT source FROM article WHERE id = ?")
  }

  /// - Parameter postings: nil: FTS5's segments, or FTS5 itself where their format is unknown.
  init(_ database: Connection, postings: (any PostingSource)? = nil) throws {
    self.database = database
    self.postings = try postings ?? Self.postings(in: database)
    chunks = try SQLiteChunks(database)
  }

  private static func postings(in database: Connection) throws -> any PostingSource {
    do { return try SegmentPostings(database) } catch SegmentError.unsupported {
      return StockPostings(database)
    }
  }

  func claim() { database.claim() }

  /// Keeps more pages.
  ///
  /// The file is never mapped: a file that is cut while it is mapped ends the process, and a batch is
  /// no faster for it.
  func expectMoreQueries() throws {
    guard !keepsPages else { return }
    keepsPages = true
    try database.setCache(kilobytes: Self.lastingCache)
  }

  func stems() throws -> StemStatistics? { try StoredStems(database: database).read() }

  func source(of row: UInt32) throws -> String? {
    try source.get().first(of: Int64(row)) { $0.optionalText(0) } ?? nil
  }
}

extension SegmentPostings {
  /// Of an index file.
  ///
  /// - Throws: `SegmentError.unsupported` when only FTS5 itself can read the records.
  convenience init(_ database: Connection) throws {
    let version: Int? = try database.value("SELECT v FROM article_fts_config WHERE k = 'version'")
    try self.init(SQLitePages(database), version: version ?? 0)
  }
}
