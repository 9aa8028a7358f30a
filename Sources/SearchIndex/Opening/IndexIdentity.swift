internal import IndexDefinition
internal import SQLite
internal import SearchModel

/// What the file's header says it is.
struct IndexIdentity {
  let applicationID: Int
  let version: Int
  /// A new file, or one whose creation was cut off: no table yet but one that earlier versions
  /// of wsearch made before the others.
  let isBlank: Bool
  /// Its pages have checksums.
  private let isSealed: Bool

  init(_ database: Connection) throws {
    applicationID = try database.value("PRAGMA application_id") ?? 0
    version = try database.value("PRAGMA user_version") ?? 0
    let tables: Int? = try database.value(
      "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'")
    isBlank = applicationID == 0 && tables == 0
    isSealed = try database.pageSeals()?.isSealed == true
  }

  /// An index of ours, of whatever format.
  var isIndex: Bool { applicationID == Int(IndexFormat.applicationID) }

  /// - Throws: ``ArticleIndexError`` unless it is an index of our version.
  func check(path: String) throws {
    if isBlank { throw ArticleIndexError.missing(path: path) }
    guard isIndex else {
      throw ArticleIndexError.notAnIndex(path: path)
    }
    guard version == IndexFormat.version else {
      throw ArticleIndexError.otherVersion(
        path: path, found: version, supported: IndexFormat.version)
    }
    // A file of ours has room for checksums: a header that says otherwise is damaged.
    guard isSealed else {
      throw ArticleIndexError.damaged(path: path, detail: "its header")
    }
  }
}
