internal import CSystemSQLite

/// The SQLite that this process runs with, which need not be the one it was built with.
package enum SQLiteLibrary {
  /// Such as `3.40.1`.
  package static var version: String { String(cString: sqlite3_libversion()) }

  /// Such as 3,040,001.
  package static var versionNumber: Int { Int(sqlite3_libversion_number()) }

  /// Whether it was compiled with FTS5.
  package static var hasFTS5: Bool { sqlite3_compileoption_used("ENABLE_FTS5") == 1 }
}
