internal import IndexDefinition
internal import SQLite

/// What this build reads and writes indexes with.
package enum IndexSoftware {
  /// Of the SQLite that is loaded, such as `3.40.1`.
  package static var sqliteVersion: String { SQLiteLibrary.version }

  /// What is to be said when this process has read pages that another program had written; nil: it
  /// has read none.
  package static var unverifiedNote: String? {
    unverifiedNote(pages: PageSeals.unverifiedPagesOfProcess)
  }

  static func unverifiedNote(pages: Int) -> String? {
    guard pages > 0 else { return nil }
    return "another program has written \(pages) of the pages read, and damage to them would not "
      + "show: wsearch check verifies them, wsearch check --repair gives them checksums"
  }

  /// Of the files it makes: `PRAGMA user_version`.
  package static var formatVersion: Int { IndexFormat.version }
}
