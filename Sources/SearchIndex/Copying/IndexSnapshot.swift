internal import OperatingSystem
internal import SQLite
package import SearchModel

/// Copies an index as it is at one moment into a new file, while others read and write it.
///
/// The copy is one file without a log, as small as can be: what was taken out of the index is nowhere
/// in it. It has its name when it is whole and on disk; until then it stands beside, under a name that
/// ends in `.part`.
package struct IndexSnapshot: Sendable {
  private let path: String
  private let sharing: IndexSharing

  /// - Parameters:
  ///   - path: Of the index.
  ///   - sharing: Who may read the copy.
  package init(path: String, sharing: IndexSharing = .owner) {
    self.path = path
    self.sharing = sharing
  }

  /// - Parameters:
  ///   - target: A path where nothing is yet.
  ///   - begins: Told the paths of what is made on the way, before there is anything.
  /// - Throws: ``ArticleIndexError``; then there is no copy.
  package func write(
    to target: String, begins: ([String]) -> Void = { _ in }
  ) throws -> SnapshotSummary {
    let start = ContinuousClock.now
    let index = try ArticleIndex(path: path, access: .readOnly)
    try IndexFile.checkFree(target)
    let part = "\(FilePath.absolute(target)).\(getpid()).part"
    let made = [part, part + "-journal"]
    begins(made)
    defer { made.forEach { FileSystem.remove($0) } }
    var summary = try copy(index, to: part, for: target)
    try name(part, target)
    summary.seconds = (ContinuousClock.now - start) / .seconds(1)
    return summary
  }

  /// Some file systems know no second names, which never take another file's place.
  private static func rename(_ part: String, to target: String) throws(SystemError) {
    do { try FileSystem.link(part, to: target) } catch {
      guard [EPERM, ENOTSUP, ENOSYS].contains(error.code), !FilePath.isTaken(target) else {
        throw error
      }
      try FileSystem.rename(part, to: target)
    }
  }

  private func copy(
    _ index: ArticleIndex, to part: String, for target: String
  ) throws -> SnapshotSummary {
    do throws(SystemError) {
      FileSystem.remove(part)
      try FileSystem.makeFile(part, permissions: sharing.permissions)
    } catch {
      throw ArticleIndexError(error, writing: target)
    }
    try index.readWithoutTransaction { database in
      do { try database.vacuum(into: part) } catch let error as SQLiteError
        where error.isOfWriting
      {
        throw ArticleIndexError(error, path: target)
      }
    }
    return try SnapshotSummary(
      articles: ArticleIndex(path: part, access: .readOnly).statistics().articles,
      fileBytes: FileSystem.size(part) ?? 0)
  }

  /// Gives the file its name, which nothing else got meanwhile.
  private func name(_ part: String, _ target: String) throws {
    do throws(SystemError) {
      try FileSystem.synchronize(part)
      try Self.rename(part, to: FilePath.absolute(target))
      try FileSystem.synchronize(FilePath.folder(of: target))
    } catch {
      if error.code == EEXIST { throw ArticleIndexError.alreadyThere(path: target) }
      throw ArticleIndexError(error, writing: target)
    }
  }
}
