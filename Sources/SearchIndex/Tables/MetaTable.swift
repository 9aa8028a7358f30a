internal import IndexDefinition
internal import SQLite

/// `meta.text_bytes`: the bytes of all titles and bodies, so that no one has to read them to know.
final class TextBytes {
  private var change = 0
  private let update: Statement

  init(_ database: Connection) throws {
    update = try Statement(
      database,
      """
      INSERT INTO meta(key, value) VALUES ('text_bytes', ?1)
      ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + ?1
      """)
  }

  func add(_ bytes: Int) {
    change += bytes
  }

  func apply() throws {
    if change != 0 { try update.run(.integer(Int64(change))) }
    change = 0
  }

  static func stored(_ database: Connection) throws -> Int {
    try database.value("SELECT value FROM meta WHERE key = 'text_bytes'") ?? 0
  }

  /// The truth, which takes reading every text.
  static func counted(_ database: Connection) throws -> Int {
    try database.value(
      "SELECT sum(length(CAST(title AS BLOB)) + length(CAST(body AS BLOB))) FROM article") ?? 0
  }

  static func set(_ bytes: Int, _ database: Connection) throws {
    try database.execute(
      "INSERT OR REPLACE INTO meta(key, value) VALUES ('text_bytes', ?)",
      .text(String(bytes)))
  }
}

/// `meta.language`: the language of most articles, the stems' default for a query.
struct DominantLanguage {
  let database: Connection

  /// As last stored; of an index without articles the language of those that do not tell theirs.
  func stored() throws -> String {
    try database.value("SELECT value FROM meta WHERE key = 'language'")
      ?? StemCollector.fallbackLanguage
  }

  func store() throws {
    try database.execute(
      """
      INSERT INTO meta(key, value) VALUES ('language', ?)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value
      """, .text(try counted()))
  }

  /// Counted over the `language` column; the first by code among equals.
  func counted() throws -> String {
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
