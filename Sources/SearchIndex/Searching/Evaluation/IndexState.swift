internal import FTS5Segments
internal import Foundation
internal import GRDB
internal import IndexDefinition

/// The index as one state of the file shows it, with what queries have read of it so far.
///
/// Good for as long as no one changes the file; used by one query at a time.
final class IndexState {
  private static let mappedBytes = 1 << 29
  let database: Database
  let source: any PostingSource
  let statistics: CorpusStatistics
  let lastRow: Int64
  let lastEntity: Int
  /// ISO 639-1: whose stems join words where nothing else is said.
  let language: String
  let columns: ColumnCache
  let labels: EntityLabels
  private let dataVersion: PreparedStatement
  let termCounts = TermCounts()
  let lengthFloors = LengthFloors()
  let sparePostings = SparePostings()
  private(set) lazy var hits = Result { try HitLoader(database, labels: labels) }
  private(set) lazy var stems = Result { try StemCounter(database: database).stored() }
  let facets: FacetCounters
  /// Memory for the articles that facets count, of queries that have ended.
  var spareRows: [CountedRows] = []

  /// `postings` nil: FTS5's segments, or FTS5 itself where their format is unknown.
  init(_ database: Database, postings: (any PostingSource)? = nil) throws {
    self.database = database
    source = try postings ?? Self.postings(in: database)
    statistics = try CorpusStatistics(database)
    lastRow = try Int64.fetchOne(database, sql: "SELECT max(id) FROM article") ?? 0
    lastEntity = try Int.fetchOne(database, sql: "SELECT max(id) FROM entity") ?? 0
    language =
      try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'language'") ?? "en"
    columns = try ColumnCache(database)
    labels = try EntityLabels(database, highest: lastEntity)
    facets = FacetCounters(columns, lastRow: lastRow, lastEntity: lastEntity)
    dataVersion = try PreparedStatement(database, "PRAGMA data_version")
  }

  /// Keeps what is read, and maps a part of the file into memory: after the first query it is likely
  /// that there are many.
  ///
  /// A single one has less to do when it copies the few pages it needs. What is mapped counts as the
  /// reader's memory, and beyond some size copying a page costs as much as the mapping of it does.
  func expectMoreQueries() throws {
    guard !columns.keepsChunks else { return }
    columns.keepsChunks = true
    try database.execute(sql: "PRAGMA mmap_size = \(Self.mappedBytes)")
  }

  /// A number that another connection's change of the file changes.
  func version() throws -> Int64? { try dataVersion.first { $0.integer(0) } }

  private static func postings(in database: Database) throws -> any PostingSource {
    do {
      return try SegmentPostings(database)
    } catch SegmentError.unsupported {
      return StockPostings(database)
    }
  }
}

extension CorpusStatistics {
  /// Decodes FTS5's averages record: the number of rows, then the tokens of each column, as varints
  /// (`fts5_index.c`, "The Averages Record").
  ///
  /// It is empty in a new table.
  init(_ database: Database) throws {
    let record = try Data.fetchOne(
      database, sql: "SELECT block FROM article_fts_data WHERE id = 1")
    var values: [Int] = []
    var value = 0
    for byte in record ?? Data() {
      value = value << 7 | Int(byte & 0x7f)
      guard byte & 0x80 == 0 else { continue }
      values.append(value)
      value = 0
    }
    values += Array(repeating: 0, count: max(0, 3 - values.count))
    let articles = Double(max(1, values[0]))
    self.init(
      articles: values[0], meanTitleLength: Double(values[1]) / articles,
      meanLength: Double(values[1] + values[2]) / articles)
  }
}
