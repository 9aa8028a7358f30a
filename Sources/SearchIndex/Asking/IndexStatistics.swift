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
      try statistics.countMissing(database)
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

  /// Articles that lack a kind of tag, and those whose tags are doubtful.
  fileprivate mutating func countMissing(_ database: Connection) throws {
    func count(_ sql: String) throws -> Int { try database.value(sql) ?? 0 }
    withoutPersons = try articles - articles(with: .person, database)
    withoutCountries = try articles - articles(with: .country, database)
    withoutDates =
      try articles
      - count(
        """
        SELECT count(DISTINCT article_id) FROM entity
        CROSS JOIN article_entity ON entity_id = entity.id WHERE kind = 'date'
        """)
    let chunks = try Statement(
      database, "SELECT data FROM column_chunk WHERE name = 'unknown_words'")
    try chunks.forEach { doubtful += ColumnChunk.words($0.bytes(0)).count { $0 != 0 } }
  }

  /// Articles whose list in a column is not empty.
  private func articles(
    with column: ColumnLayout.Column, _ database: Connection
  ) throws -> Int {
    let chunks = try Statement(database, "SELECT data FROM column_chunk WHERE name = ?")
    var count = 0
    try chunks.forEach(.text(column.rawValue)) { row in
      let offsets = ColumnChunk.words(row.bytes(0)).prefix(ColumnLayout.chunkSize + 1)
      count += zip(offsets, offsets.dropFirst()).count { $0 < $1 }
    }
    return count
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
