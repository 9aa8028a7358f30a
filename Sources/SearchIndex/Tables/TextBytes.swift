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
