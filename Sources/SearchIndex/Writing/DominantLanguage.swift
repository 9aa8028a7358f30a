internal import IndexDefinition
internal import SQLite

/// `meta.language`: the language of most articles, the stems' default for a query.
struct DominantLanguage {
  let database: Connection

  func store() throws {
    try database.execute(
      """
      INSERT INTO meta(key, value) VALUES ('language', ?)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value
      """, .text(try language()))
  }

  /// Counted over the `language` column; the first by code among equals.
  private func language() throws -> String {
    let chunks = try Statement(
      database, "SELECT data FROM column_chunk WHERE name = 'language'")
    var counts: [UInt32: Int] = [:]
    try chunks.forEach { row in
      for code in ColumnChunk.words(row.bytes(0)) where code != 0 { counts[code, default: 0] += 1 }
    }
    let first = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let code = first?.key else { return StemCollector.fallbackLanguage }
    return String(decoding: [UInt8(code >> 8 & 255), UInt8(code & 255)], as: UTF8.self)
  }
}
