internal import IndexDefinition
internal import OperatingSystem
internal import SQLite
package import SearchModel

extension ArticleIndex {
  /// Counts what the index holds.
  ///
  /// - Throws: ``ArticleIndexError``.
  package func statistics() throws -> IndexStatistics {
    try read { database in
      var statistics = IndexStatistics()
      try statistics.countRows(database)
      try statistics.countDates(database)
      statistics.formatVersion = IndexFormat.version
      statistics.fileBytes = ["", "-wal"].reduce(0) { $0 + (FileSystem.size(path + $1) ?? 0) }
      return statistics
    }
  }

}

extension IndexStatistics {
  fileprivate mutating func countRows(_ database: Connection) throws {
    func count(_ sql: String) throws -> Int { try database.value(sql) ?? 0 }
    articles = try count("SELECT count(*) FROM article")
    duplicates = try count("SELECT count(*) FROM duplicate")
    people = try count("SELECT count(*) FROM entity WHERE kind = 'person'")
    countries = try count("SELECT count(*) FROM entity WHERE kind = 'country'")
    mentions = try count("SELECT sum(count) FROM article_entity")
    textBytes = try TextBytes.stored(database)
    failedFiles = try count("SELECT count(*) FROM file WHERE failure IS NOT NULL")
  }

  /// From the packed column, which is quicker to go through than the articles.
  fileprivate mutating func countDates(_ database: Connection) throws {
    let chunks = try Statement(
      database, "SELECT data FROM column_chunk WHERE name = 'date'")
    var range: ClosedRange<Int32>?
    try chunks.forEach { row in
      for word in ColumnChunk.words(row.bytes(0)) where word != 0 {
        let date = Int32(bitPattern: word)
        if date == ColumnLayout.undated {
          undated += 1
        } else {
          range = min(range?.lowerBound ?? date, date)...max(range?.upperBound ?? date, date)
        }
      }
    }
    firstDate = range.flatMap { CalendarDate(packed: $0.lowerBound) }
    lastDate = range.flatMap { CalendarDate(packed: $0.upperBound) }
  }
}
