internal import GRDBSQLite

/// What wsearch needs of the SQLite library it runs with.
enum SQLiteRequirement {
  /// 3.38.0: the `->>` operator in view `mention`; STRICT tables came with 3.37.0.
  static let version: Int32 = 3_038_000

  static func check(path: String) throws {
    guard sqlite3_libversion_number() >= version, sqlite3_compileoption_used("ENABLE_FTS5") == 1
    else {
      let found = String(cString: sqlite3_libversion())
      throw ArticleIndexError.other(
        path: path,
        message: "wsearch needs SQLite 3.38.0 or newer with FTS5, this one is \(found): "
          + "install your system's current SQLite (libsqlite3)")
    }
  }
}
