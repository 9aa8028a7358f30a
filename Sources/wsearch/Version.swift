internal import CVersion
internal import SearchIndex

/// What `wsearch --version` prints.
enum Version {
  static let number = "0.1.0"

  /// Version and commit, SQLite's version, and that of the index format.
  static var text: String {
    """
    wsearch \(number) (\(commit))
    SQLite \(IndexSoftware.sqliteVersion)
    index format \(IndexSoftware.formatVersion)
    """
  }

  /// Of the sources, as `make` names it when it builds; a plain `swift build` names none, so
  /// that what is printed is never an older one.
  private static var commit: String {
    let commit = String(cString: wsearch_commit())
    return commit.isEmpty ? "built without make, commit unknown" : "commit \(commit)"
  }
}
