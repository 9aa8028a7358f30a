internal import FTS5Segments
internal import SQLite
internal import SearchEngine

/// What one core reads an index file with: a connection in a read transaction.
///
/// Lives no longer than the connection.
final class SQLiteCore: CoreSource {
  private static let mappedBytes = 1 << 29
  let postings: any PostingSource
  let chunks: any ChunkSource
  private let database: Connection
  private var mapsFile = false
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

  /// Maps a part of the file into memory.
  ///
  /// A single query has less to do when it copies the few pages it needs. What is mapped counts as
  /// the reader's memory, and beyond some size copying a page costs as much as the mapping of it does.
  func expectMoreQueries() throws {
    guard !mapsFile else { return }
    mapsFile = true
    try database.setMapping(bytes: Self.mappedBytes)
  }

  func stems() throws -> StemStatistics? { try StemCounter(database: database).stored() }

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
