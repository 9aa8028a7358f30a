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
  func takePlace(of old: OldIndex) throws {
    let target = old.connection.path
    let folder = FilePath.folder(of: target)
    try old.close {
      do throws(SystemError) {
        try FileSystem.synchronize(path)
        try FileSystem.synchronize(folder)
        try FileSystem.rename(path, to: target)
        try FileSystem.synchronize(folder)
      } catch {
        throw ArticleIndexError.notWritable(path: target, reason: error.description)
      }
    }
  }

  func remove() {
    for ending in ["", "-wal", "-shm", ".lock"] { FileSystem.remove(path + ending) }
  }
}
