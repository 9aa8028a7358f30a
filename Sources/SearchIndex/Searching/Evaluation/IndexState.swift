internal import IndexDefinition
internal import SQLite

/// The index as one state of the file shows it, with what queries have read of it so far.
///
/// Good for as long as no one changes the file; used by one query at a time.
final class IndexState {
  /// Windows that are worth a core.
  private static let leastWindows = 2
  let database: Connection
  let statistics: CorpusStatistics
  let lastRow: Int64
  let lastEntity: Int
  /// ISO 639-1: whose stems join words where nothing else is said.
  let language: String
  let labels: EntityLabels
  private let dataVersion: Statement
  let termCounts = TermCounts()
  let lengthFloors: LengthFloors
  private(set) lazy var hits = Result { try HitLoader(database, labels: labels) }
  let facetCodes: FacetCodes
  /// Pages of postings that are worth another core.
  let pagesWorthACore: Int
  private let columns: ColumnCache
  /// That of the core which the query runs on.
  let reader: CoreReader
  private var stems: StemStatistics??
  private let companions: [Companion]
  /// Those used so far.
  private var companionReaders: [Int: CoreReader] = [:]

  /// - Parameters:
  ///   - companions: Connections for other cores.
  ///   - pagesWorthACore: Of some thirty thousand postings; to wake a core costs a tenth of what it
  ///     then saves.
  ///   - articlesBeforeCodes: See ``FacetCodes``.
  ///   - postings: nil: FTS5's segments, or FTS5 itself where their format is unknown.
  init(
    _ database: Connection, companions: [Companion] = [], pagesWorthACore: Int = 48,
    articlesBeforeCodes: Int? = nil, postings: (any PostingSource)? = nil
  ) throws {
    self.pagesWorthACore = pagesWorthACore
    self.database = database
    self.companions = companions
    statistics = try CorpusStatistics(database)
    lastRow = try database.value("SELECT max(id) FROM article") ?? 0
    lastEntity = try database.value("SELECT max(id) FROM entity") ?? 0
    language =
      try database.value("SELECT value FROM meta WHERE key = 'language'") ?? "en"
    columns = ColumnCache(lastRow: lastRow)
    reader = try CoreReader(database, columns: columns, postings: postings)
    labels = try EntityLabels(database, highest: lastEntity)
    lengthFloors = LengthFloors(windowCount: columns.windowCount)
    facetCodes = FacetCodes(
      lastRow: lastRow, lastEntity: lastEntity, articlesBeforeCodes: articlesBeforeCodes)
    dataVersion = try Statement(database, "PRAGMA data_version")
  }

  var source: any PostingSource { reader.source }

  /// True once there was a first query: it is likely that there are many.
  var expectsMoreQueries: Bool { columns.keepsChunks }

  /// Keeps what is read from the second query on.
  func expectMoreQueries() throws {
    columns.keepsChunks = true
    try reader.mapFile()
  }

  var knowsStems: Bool { stems != nil }

  /// The stored count of stems, read by `reader` when first asked for.
  func stems(by reader: CoreReader) throws -> StemStatistics? {
    let stems = try stems ?? StemCounter(database: reader.database).stored()
    self.stems = stems
    return stems
  }

  /// A number that another connection's change of the file changes.
  func version() throws -> Int64? { try dataVersion.first { $0.integer(0) } }

  /// Runs `body` with the whole index as one section, or shared among as many cores as there are.
  ///
  /// - Parameter isLarge: Whether there is enough to do for several; asked last.
  func withSections<R>(isLarge: () throws -> Bool, _ body: ([Section]) throws -> R) throws -> R {
    let most = columns.windowCount / Self.leastWindows
    guard !companions.isEmpty, most > 1, source is SegmentPostings, try isLarge() else {
      return try body(sections(for: [reader]))
    }
    return try withReaders(companions.indices.prefix(most - 1), [reader], body)
  }

  /// Takes in the companions that show this state, one after the other.
  private func withReaders<R>(
    _ rest: Range<Int>, _ readers: [CoreReader], _ body: ([Section]) throws -> R
  ) throws -> R {
    guard let number = rest.first else { return try body(sections(for: readers)) }
    return try companions[number].read { database in
      let another = try database.map { [try companionReader(number, $0)] }
      return try withReaders(rest.dropFirst(), readers + (another ?? []), body)
    }
  }

  private func companionReader(_ number: Int, _ database: Connection) throws -> CoreReader {
    let reader = try companionReaders[number] ?? CoreReader(database, columns: columns)
    companionReaders[number] = reader
    if expectsMoreQueries { try reader.mapFile() }
    return reader
  }

  private func sections(for readers: [CoreReader]) -> [Section] {
    Section.sections(of: columns.windowCount, for: readers)
  }
}

extension CorpusStatistics {
  /// Decodes FTS5's averages record: the number of rows, then the tokens of each column, as varints
  /// (`fts5_index.c`, "The Averages Record").
  ///
  /// It is empty in a new table.
  init(_ database: Connection) throws {
    let record: [UInt8]? = try database.value("SELECT block FROM article_fts_data WHERE id = 1")
    var values: [Int] = []
    var value = 0
    for byte in record ?? [] {
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
