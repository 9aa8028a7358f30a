internal import IndexDefinition
internal import SQLite
internal import SearchEngine

/// Keeps the count of stems (``StemStatistics``) in line with the articles of its sample.
///
/// A run notes the articles of the sample that come and go; where the sample itself is another at its
/// end, or most of it is new, it is counted anew.
final class StemSample {
  /// More articles than this are counted sooner by reading the whole sample.
  private static let mostNoted = 4_096

  private let database: Connection
  private let externalID: Statement
  private let level: Int
  private let language: String
  private var tally: StemTally
  private var noted: Int

  init(_ database: Connection) throws {
    self.database = database
    externalID = try Statement(database, "SELECT external_id FROM article WHERE id = ?")
    let stored = try StoredStems(database: database).read()
    level = stored?.level ?? 0
    // Of a new index all is counted at the end.
    noted = stored == nil ? Self.mostNoted + 1 : 0
    language = try DominantLanguage(database: database).stored()
    tally = StemTally(language: language)
  }

  func add(_ article: PreparedArticle) {
    note(FullTextQueue.Text(article), of: article.article.id, 1)
  }

  /// - Parameter text: what the row has, which is still there.
  func remove(_ row: Int64, _ text: FullTextQueue.Text?) throws {
    guard let text, let id = try externalID.first(of: row, read: { $0.text(0) }) else { return }
    note(text, of: id, -1)
  }

  private func note(_ text: FullTextQueue.Text, of id: String, _ count: Int) {
    guard noted <= Self.mostNoted,
      StemStatistics.isSampled(tie: ColumnLayout.Column.tie(of: id), level: level)
    else { return }
    noted += 1
    tally.add(text, count)
  }

  /// Stores the count, in the transaction of the last batch.
  ///
  /// - Parameter all: counts the whole sample anew.
  func apply(all: Bool) throws {
    let articles: Int = try database.value("SELECT count(*) FROM article") ?? 0
    let level = StemStatistics.level(of: articles)
    let language = try DominantLanguage(database: database).stored()
    let stored = try StoredStems(database: database).read()
    let isSame =
      !all && noted <= Self.mostNoted && level == self.level && language == self.language
      && stored?.language == ColumnValues.language(language)
    let counted =
      if isSame, let stored { tally.added(to: stored) } else {
        try counted(level, language).statistics(level: level)
      }
    try Statement(database, "INSERT OR REPLACE INTO column_chunk VALUES (?, 0, ?)").run(
      .text(StemStatistics.columnName), .blob(counted.bytes))
  }

  /// Counts a sample by reading its articles.
  private func counted(_ level: Int, _ language: String) throws -> StemTally {
    var tally = StemTally(language: language)
    let articles = try ArticleTable(database)
    for row in try rows(level) {
      if let text = try articles.text(of: row) { tally.add(text, 1) }
    }
    return tally
  }

  private func rows(_ level: Int) throws -> [Int64] {
    let chunks = try Statement(
      database,
      """
      SELECT tie.chunk, tie.data, date.data FROM column_chunk AS tie
      JOIN column_chunk AS date ON date.name = 'date' AND date.chunk = tie.chunk
      WHERE tie.name = 'tie' ORDER BY tie.chunk
      """)
    var rows: [Int64] = []
    try chunks.forEach { row in
      let (ties, dates) = (ColumnChunk.words(row.bytes(1)), ColumnChunk.words(row.bytes(2)))
      for (slot, (tie, date)) in zip(ties, dates).enumerated()
      where date != 0 && StemStatistics.isSampled(tie: tie, level: level) {
        rows.append(row.integer(0) << ColumnLayout.chunkShift + Int64(slot))
      }
    }
    return rows
  }
}
