internal import SQLite
internal import SearchEngine
internal import Tokenizing

/// Counts the stems of the whole index and keeps the result in it.
struct StemCounter {
  /// The index is counted anew when its size has changed by more than one part in so many.
  private static let tolerance = 10

  let database: Connection

  /// What was counted last; nil when nothing was.
  func stored() throws -> StemStatistics? {
    let place = try Statement(
      database, "SELECT rowid FROM column_chunk WHERE name = ? AND chunk = 0"
    ).first(.text(StemStatistics.columnName)) { $0.integer(0) }
    guard let place else { return nil }
    var buffer: MappedBuffer?
    let bytes = try BlobReader(database, table: "column_chunk", column: "data").read(place) {
      let made = MappedBuffer(byteCount: $0)
      buffer = made
      return made.start
    }
    return buffer.flatMap { StemStatistics($0, byteCount: bytes.count) }
  }

  /// False where what is stored is not what was counted.
  func isSound() throws -> Bool {
    let isThere: Int? = try database.value(
      "SELECT 1 FROM column_chunk WHERE name = ?", .text(StemStatistics.columnName))
    return try isThere == nil || stored()?.isAsCounted == true
  }

  /// So that the next refresh counts anew.
  func forget() throws {
    try database.execute(
      "DELETE FROM column_chunk WHERE name = ?", .text(StemStatistics.columnName))
  }

  /// Counts when what is stored is too old.
  ///
  /// Outside a transaction: all articles are committed.
  func refresh() throws {
    let articles = try CorpusStatistics(database).articles
    let counted = try stored()?.articles ?? -articles
    guard articles > 0, abs(articles - counted) * Self.tolerance > articles else { return }
    let language = try DominantLanguage(database: database).stored()
    let statistics = try count(articles: articles, language: language)
    try Statement(database, "INSERT OR REPLACE INTO column_chunk VALUES (?, 0, ?)")
      .run(.text(StemStatistics.columnName), .blob(statistics.bytes))
  }

  private func count(articles: Int, language: String) throws -> StemStatistics {
    let stemmer = Stemmer(language: language)
    var stems: [UInt32: (articles: Int, occurrences: Int)] = [:]
    try StockPostings(database).forEachTermCount { term, count, occurrences in
      guard !term.utf8.contains(where: { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
        return
      }
      let hash = StemStatistics.hash(stemmer?.stem(term) ?? term)
      let known = stems[hash] ?? (0, 0)
      // As many of the others as chance would have hold a known form already.
      let new = count - count * known.articles / articles
      stems[hash] = (known.articles + new, known.occurrences + occurrences)
    }
    return StemStatistics(
      articles: articles,
      stems: stems.filter { $0.value.articles > 1 }
        .map { ($0.key, $0.value.articles, $0.value.occurrences) })
  }
}
