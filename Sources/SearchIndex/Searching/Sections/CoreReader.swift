internal import FTS5Segments
internal import IndexDefinition
internal import SQLite

/// What one core reads the index with: a connection, and memory that is its own.
///
/// Lives no longer than the connection; used by one core at a time.
final class CoreReader {
  private static let mappedBytes = 1 << 29
  let source: any PostingSource
  let columns: ColumnLoader
  let sparePostings = SparePostings()
  let database: Connection
  private var mapsFile = false
  /// Memory for the articles that facets count, of queries that have ended.
  private var spareRows: [CountedRows] = []
  private var counters: [ColumnLayout.Column: EntityCounter] = [:]
  private var codeCounts: [ColumnLayout.Column: CodeCounts] = [:]
  private let dates = DateCounter()

  /// - Parameter postings: nil: FTS5's segments, or FTS5 itself where their format is unknown.
  init(
    _ database: Connection, columns: ColumnCache, postings: (any PostingSource)? = nil
  ) throws {
    self.database = database
    source = try postings ?? Self.postings(in: database)
    self.columns = try ColumnLoader(database, for: columns)
  }

  private static func postings(in database: Connection) throws -> any PostingSource {
    do {
      return try SegmentPostings(database)
    } catch SegmentError.unsupported {
      return StockPostings(database)
    }
  }

  /// Makes the calling thread the one that reads.
  func claim() { database.claim() }

  /// Maps a part of the file into memory.
  ///
  /// A single query has less to do when it copies the few pages it needs. What is mapped counts as
  /// the reader's memory, and beyond some size copying a page costs as much as the mapping of it does.
  func mapFile() throws {
    guard !mapsFile else { return }
    mapsFile = true
    try database.setMapping(bytes: Self.mappedBytes)
  }

  /// Empty lists; to be given back.
  func takeRows() -> CountedRows { spareRows.popLast() ?? CountedRows() }

  func give(_ rows: CountedRows) { spareRows.append(rows) }

  /// An empty counter, good until the next is asked for.
  func dateCounter() -> DateCounter {
    dates.reset()
    return dates
  }

  /// A counter by `codes`, good until the next is asked for.
  func counts(by codes: EntityCodes, of column: ColumnLayout.Column) -> CodeCounts {
    if let known = codeCounts[column], known.codes === codes { return known }
    let made = CodeCounts(codes)
    codeCounts[column] = made
    return made
  }

  /// An empty counter of entities with ids up to `highest`, good until the next is asked for.
  func counter(of column: ColumnLayout.Column, highest: Int) -> EntityCounter {
    let counter = counters[column] ?? EntityCounter(column, highest: highest)
    counters[column] = counter
    counter.reset()
    return counter
  }
}
