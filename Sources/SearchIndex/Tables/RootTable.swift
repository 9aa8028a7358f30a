internal import OperatingSystem
internal import SQLite

/// Table `root`: the paths indexed so far, none inside another.
struct RootTable {
  let database: Connection

  func paths() throws -> [String] {
    try database.values("SELECT path FROM root ORDER BY path")
  }

  /// Forgets the roots that are no longer there.
  func prune() throws {
    for path in try paths() where !FileSystem.exists(path) {
      try database.execute("DELETE FROM root WHERE path = ?", .text(path))
    }
  }

  /// Remembers those of `paths` that exist; standard input is no place to come back to.
  func remember(_ paths: [String]) throws {
    for path in paths where path != "-" && FileSystem.exists(path) {
      let root = FilePath.resolved(path)
      guard try !self.paths().contains(where: { Self.holds($0, root) }) else { continue }
      for inner in try self.paths() where Self.holds(root, inner) {
        try database.execute("DELETE FROM root WHERE path = ?", .text(inner))
      }
      try database.execute("INSERT INTO root(path) VALUES (?)", .text(root))
    }
  }

  /// Whether a path is or lies below a folder.
  static func holds(_ folder: String, _ path: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }
}
