internal import IndexDefinition
internal import SQLite

/// What this build reads and writes indexes with.
package enum IndexSoftware {
  /// Of the SQLite that is loaded, such as `3.40.1`.
  package static var sqliteVersion: String { SQLiteLibrary.version }

  /// Of the files it makes: `PRAGMA user_version`.
  package static var formatVersion: Int { IndexFormat.version }
}
