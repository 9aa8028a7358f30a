internal import FTS5Segments
internal import IndexDefinition
internal import OperatingSystem
internal import SQLite
internal import SearchEngine
internal import SearchModel

/// One state of an index file, as the engine asks for it.
///
/// Good for as long as no one changes the file; lives no longer than the connection.
final class SQLiteIndex: IndexSource {
  let core: any CoreSource
  let statistics: CorpusStatistics
  let lastRow: Int64
  let lastEntity: Int
  let language: String
  private let database: Connection
  private let entity: Statement
  private lazy var loader = Result { try HitLoader(database) }

  /// - Parameter postings: See ``SQLiteCore``.
  init(_ database: Connection, postings: (any PostingSource)? = nil) throws {
    self.database = database
    core = try SQLiteCore(database, postings: postings)
    statistics = try CorpusStatistics(database)
    lastRow = try database.value("SELECT max(id) FROM article") ?? 0
    lastEntity = try database.value("SELECT max(id) FROM entity") ?? 0
    language = try DominantLanguage(database: database).stored()
    entity = try Statement(database, "SELECT kind, value, label FROM entity WHERE id = ?")
  }

  var hits: any HitSource {
    get throws { try loader.get() }
  }

  func entity(_ id: Int64) throws -> EntityLabels.Entry? {
    try entity.first(of: id) {
      EntityLabels.Entry(kind: $0.text(0), value: $0.text(1), label: $0.text(2))
    }
  }

  func entityID(_ column: ColumnLayout.Column, value: String) throws -> UInt32? {
    try database.value(
      "SELECT id FROM entity WHERE kind = ? AND value = ?", .text(column.rawValue), .text(value))
  }

  func countries() throws -> [(code: String, label: String)] {
    var countries: [(code: String, label: String)] = []
    try Statement(database, "SELECT value, label FROM entity WHERE kind = 'country'").forEach {
      countries.append((code: $0.text(0), label: $0.text(1)))
    }
    return countries
  }

  func terms(ofStem stem: String, language: String) throws -> [String] {
    try database.values(
      "SELECT term FROM stem WHERE language = ? AND stem = ? ORDER BY term",
      .text(language), .text(stem))
  }

  /// One look a language, from each to the next: the table has a row a term.
  func stemLanguages() throws -> Set<String> {
    let languages: [String] = try database.values(
      """
      WITH RECURSIVE met(language) AS (
        SELECT min(language) FROM stem
        UNION ALL
        SELECT (SELECT min(language) FROM stem WHERE language > met.language)
        FROM met WHERE met.language IS NOT NULL)
      SELECT language FROM met WHERE language IS NOT NULL
      """)
    return Set(languages)
  }

  func newestDate() throws -> Int32 {
    let today = CalendarDate.today?.packed ?? .max
    let chunks = try Statement(database, "SELECT data FROM column_chunk WHERE name = 'date'")
    var newest: Int32 = 0
    try chunks.forEach { row in
      for value in ColumnChunk.words(row.bytes(0)) {
        let date = Int32(bitPattern: value)
        if date > newest, date <= today { newest = date }
      }
    }
    return newest
  }

  func filters() -> any FilterSource { FilterResolver(database) }
}

extension CorpusStatistics {
  /// Decodes FTS5's averages record: the number of rows, then the tokens of each column, as varints
  /// (`fts5_index.c`, "The Averages Record").
  ///
  /// It is empty in a new table.
  init(_ database: Connection) throws {
    let record: [UInt8]? = try database.value("SELECT block FROM article_fts_data WHERE id = 1")
    let numbers = (record ?? []).withUnsafeBufferPointer { Array(RecordVarints($0)) } + [0, 0, 0]
    let articles = Double(max(1, numbers[0]))
    self.init(
      articles: Int(clamping: numbers[0]), meanTitleLength: Double(numbers[1]) / articles,
      meanLength: (Double(numbers[1]) + Double(numbers[2])) / articles)
  }
}
