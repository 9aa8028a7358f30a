internal import OperatingSystem
internal import SQLite
package import SearchModel

/// Gives the files below one folder, or one file, to another: sources that were carried elsewhere.
///
/// Ids stay, and what has not changed on the way is not read again.
package struct SourceMove {
  private let index: ArticleIndex
  private let patience: Duration

  /// - Parameter patience: how long to wait for another writer before giving up.
  package init(index: ArticleIndex, patience: Duration = .seconds(10)) {
    self.index = index
    self.patience = patience
  }

  /// In one transaction, as the one writer.
  ///
  /// - Throws: ``ArticleIndexError`` where a file of the new place is known already.
  package func run(_ old: String, to new: String) throws -> MoveSummary {
    let lock = try WriterLock(indexPath: index.path, patience: patience)
    defer { lock.release() }
    return try index.write { database in
      try database.transaction(.immediate) {
        try SourceTree(database, from: old, to: new, index: index.path).move()
      }
    }
  }
}

/// The paths of an index below a place that has another name now.
private struct SourceTree {
  private let database: Connection
  private let index: String
  /// As the files have it: from the root.
  private let old: String
  private let new: String
  /// As articles are to have it.
  private let shown: String

  init(_ database: Connection, from old: String, to new: String, index: String) {
    self.database = database
    self.index = index
    self.old = Self.withoutEnd(FilePath.resolved(old))
    self.new = Self.withoutEnd(FilePath.resolved(new))
    shown = Self.withoutEnd(new)
  }

  func move() throws -> MoveSummary {
    var summary = MoveSummary()
    for (id, path) in try files() {
      let rest = String(path.dropFirst(old.count))
      try check(new + rest)
      try database.execute(
        "UPDATE file SET path = ? WHERE id = ?", .text(new + rest), .integer(id))
      for table in ["article", "duplicate"] { try show(rest, in: table, file: id) }
      summary.files += 1
      summary.articles += try articles(of: id)
    }
    try moveRoots()
    return summary
  }

  private func files() throws -> [(id: Int64, path: String)] {
    var files: [(Int64, String)] = []
    let all = try Statement(database, "SELECT id, path FROM file ORDER BY id")
    try all.forEach { if isInside($0.text(1)) { files.append(($0.integer(0), $0.text(1))) } }
    return files
  }

  private func isInside(_ path: String) -> Bool { path == old || path.hasPrefix(old + "/") }

  private func check(_ path: String) throws {
    let known: Int? = try database.value("SELECT 1 FROM file WHERE path = ?", .text(path))
    if known != nil {
      throw ArticleIndexError.other(path: index, message: "\(path) is indexed already")
    }
  }

  /// An article's path ends as its file's does, whatever folder the run was started in; `#` and what
  /// is behind it names a member.
  private func show(_ rest: String, in table: String, file: Int64) throws {
    try database.execute(
      """
      UPDATE \(table) SET path = ?1 || CASE instr(path, '#') WHEN 0 THEN ''
      ELSE substr(path, instr(path, '#')) END WHERE file_id = ?2
      """, .text(shown + rest), .integer(file))
  }

  private func articles(of file: Int64) throws -> Int {
    try database.value("SELECT count(*) FROM article WHERE file_id = ?", .integer(file)) ?? 0
  }

  private func moveRoots() throws {
    let roots: [String] = try database.values("SELECT path FROM root ORDER BY path")
    for root in roots where isInside(root) {
      try database.execute("DELETE FROM root WHERE path = ?", .text(root))
      let moved = new + root.dropFirst(old.count)
      try database.execute("INSERT OR IGNORE INTO root(path) VALUES (?)", .text(moved))
    }
  }

  private static func withoutEnd(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
