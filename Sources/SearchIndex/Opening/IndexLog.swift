internal import OperatingSystem
internal import SearchModel

/// The logs that SQLite keeps beside an index file, as far as they can be judged without SQLite: the
/// write-ahead log, and a journal where the file is kept without one.
struct IndexLog {
  /// How the logs' names end, with the bytes of the header behind which the changes stand
  /// (<https://sqlite.org/fileformat2.html>).
  private static let kinds = [("-wal", header: 32), ("-journal", header: 0)]

  private let indexPath: String
  /// Of the log that may hold what the file does not; nil: none does.
  let path: String?

  /// - Parameter indexPath: Of the index, or of a symbolic link to it.
  init(of indexPath: String) {
    self.indexPath = indexPath
    let file = FilePath.resolved(indexPath)
    path =
      Self.kinds.lazy.map { (file + $0.0, $0.header) }
      .first { FileSystem.size($0.0) ?? 0 > $0.1 }?.0
  }

  var holdsChanges: Bool { path != nil }

  /// - Throws: ``ArticleIndexError/logLeftOut(path:log:)``.
  func checkEmpty() throws {
    if let path { throw ArticleIndexError.logLeftOut(path: indexPath, log: path) }
  }

  /// Whether this process may let SQLite make the log and what belongs to it: files of a reader that
  /// the index's owner could not write would keep the owner from writing the index.
  static func mayBeMade(besides indexPath: String) -> Bool {
    let file = FilePath.resolved(indexPath)
    guard let index = FileStatus(path: file), index.owner != geteuid(), geteuid() != 0,
      IndexFile.companions.contains(where: { !FileSystem.exists(file + $0) })
    else { return true }
    let folder = FilePath.folder(of: file)
    // Where nothing can be made SQLite finds that out.
    if !FileSystem.isWritable(folder) || index.permissions & 0o002 != 0 { return true }
    let group = FileStatus(path: folder).map { $0.passesGroupOn ? $0.group : getegid() }
    return index.permissions & 0o020 != 0 && group == index.group
  }
}
