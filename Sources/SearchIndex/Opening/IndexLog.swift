internal import OperatingSystem
internal import SearchModel

/// The log that SQLite keeps beside an index file, as far as it can be judged without SQLite.
struct IndexLog {
  /// Bytes of a log's header, behind which the changes stand (<https://sqlite.org/fileformat2.html>).
  private static let header = 32

  private let indexPath: String
  let path: String

  /// - Parameter indexPath: Of the index, or of a symbolic link to it.
  init(of indexPath: String) {
    self.indexPath = indexPath
    path = FilePath.resolved(indexPath) + "-wal"
  }

  /// Whether it may hold what the file does not.
  var holdsChanges: Bool { (FileSystem.size(path) ?? 0) > Self.header }

  /// - Throws: ``ArticleIndexError/logLeftOut(path:log:)``.
  func checkEmpty() throws {
    if holdsChanges { throw ArticleIndexError.logLeftOut(path: indexPath, log: path) }
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
