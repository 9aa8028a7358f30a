internal import SQLite
internal import SearchModel

/// What wsearch needs of the SQLite library it runs with.
enum SQLiteRequirement {
  /// 3.38.0: the `->>` operator in view `mention`; STRICT tables came with 3.37.0.
  static let version = 3_038_000

  static func check(path: String) throws {
    guard SQLiteLibrary.versionNumber >= version, SQLiteLibrary.hasFTS5 else {
      throw ArticleIndexError.other(
        path: path,
        message: "wsearch needs SQLite 3.38.0 or newer with FTS5, this one is "
          + "\(SQLiteLibrary.version): install your system's current SQLite (libsqlite3)")
    }
  }
}
