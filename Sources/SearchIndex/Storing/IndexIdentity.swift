internal import GRDB
internal import IndexDefinition

/// What the file's header says it is.
struct IndexIdentity {
  let applicationID: Int
  let version: Int
  /// A new file, or one whose creation was cut off: no table yet but the one in which GRDB writes
  /// down migrations, which it makes before the first of them.
  let isBlank: Bool

  init(_ database: Database) throws {
    applicationID = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    isBlank =
      try applicationID == 0
      && Bool.fetchOne(
        database,
        sql: """
          SELECT NOT EXISTS (SELECT 1 FROM sqlite_master WHERE tbl_name <> 'grdb_migrations')
          """) ?? false
  }

  /// - Throws: ``ArticleIndexError`` unless it is an index of our version.
  func check(path: String) throws {
    if isBlank { throw ArticleIndexError.missing(path: path) }
    guard applicationID == Int(IndexFormat.applicationID) else {
      throw ArticleIndexError.notAnIndex(path: path)
    }
    guard version == IndexFormat.version else {
      throw ArticleIndexError.otherVersion(
        path: path, found: version, supported: IndexFormat.version)
    }
  }
}
