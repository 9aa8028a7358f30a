package import Foundation

/// Files that other versions of SQLite wrote (`Tests/SQLiteVersions/write.py`): those among the
/// fixtures, and those in the folder that `WSEARCH_SQLITE_FILES` names.
package func filesOfSQLiteVersions() throws -> [URL] {
  let named = ProcessInfo.processInfo.environment["WSEARCH_SQLITE_FILES"]
  let folders =
    [fixtures.appendingPathComponent("segments")]
    + [named].compactMap { $0 }.map(URL.init(fileURLWithPath:))
  return try folders.flatMap {
    try FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
  }
  .filter { $0.pathExtension == "sqlite" }.sorted { $0.path < $1.path }
}
