internal import OperatingSystem
internal import SQLite
internal import SearchModel

/// The file that an upgrade builds beside the old one.
struct NewIndex {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Makes the file, empty, for the same people as `old` from its first byte on; what an upgrade left
  /// that was cut off goes.
  func make(like old: String) throws {
    remove()
    do throws(SystemError) { try FileSystem.makeFile(path, like: old) } catch {
      throw ArticleIndexError.notWritable(path: old, reason: "\(error.path): \(error)")
    }
  }

  /// Puts the file, whole and on disk, in the place of the old one.
  ///
  /// The folder is written down before too, lest the disk remember a log of the old file that is gone.
  ///
  /// - Throws: ``ArticleIndexError/busy(path:holder:)`` while someone has the new file open: what is
  ///   in its log would not come along.
  func takePlace(of old: OldIndex) throws {
    let target = old.connection.path
    let folder = FilePath.folder(of: target)
    guard !FileSystem.exists(path + "-wal") else {
      throw ArticleIndexError.busy(path: path, holder: "another process")
    }
    try old.close {
      do throws(SystemError) {
        try FileSystem.synchronize(path)
        try FileSystem.synchronize(folder)
        try FileSystem.rename(path, to: target)
      } catch {
        throw ArticleIndexError.notWritable(path: target, reason: error.description)
      }
      // It has the place. Should the disk forget that, it has the old file, whole.
      try? FileSystem.synchronize(folder)
    }
  }

  func remove() {
    for ending in ["", "-wal", "-shm", ".lock"] { FileSystem.remove(path + ending) }
  }
}
