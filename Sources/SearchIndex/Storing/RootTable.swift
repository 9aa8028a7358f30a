internal import Foundation
internal import GRDB

/// Table `root`: the paths indexed so far, none inside another.
struct RootTable {
  let database: Database

  func paths() throws -> [String] {
    try String.fetchAll(database, sql: "SELECT path FROM root ORDER BY path")
  }

  /// Forgets the roots that are no longer there.
  func prune() throws {
    for path in try paths() where !FileManager.default.fileExists(atPath: path) {
      try database.execute(sql: "DELETE FROM root WHERE path = ?", arguments: [path])
    }
  }

  /// Remembers those of `paths` that exist; standard input is no place to come back to.
  func remember(_ paths: [String]) throws {
    for path in paths where path != "-" && FileManager.default.fileExists(atPath: path) {
      let root = URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
      guard try !self.paths().contains(where: { Self.holds($0, root) }) else { continue }
      for inner in try self.paths() where Self.holds(root, inner) {
        try database.execute(sql: "DELETE FROM root WHERE path = ?", arguments: [inner])
      }
      try database.execute(sql: "INSERT INTO root(path) VALUES (?)", arguments: [root])
    }
  }

  private static func holds(_ folder: String, _ path: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }
}
