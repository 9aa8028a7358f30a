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

  /// Puts the file in the place of one that SQLite may not be able to open; that one is kept.
  ///
  /// - Returns: The path of the old file.
  func takePlace(ofDamaged target: String) throws -> String {
    let names = [target + ".damaged"] + (2...).lazy.prefix(1000).map { "\(target).damaged\($0)" }
    guard let kept = names.first(where: { !FileSystem.exists($0) }) else { return target }
    do throws(SystemError) {
      try FileSystem.synchronize(path)
      for ending in ["-wal", "-shm", ""] where FileSystem.exists(target + ending) {
        try FileSystem.rename(target + ending, to: kept + ending)
      }
      try FileSystem.rename(path, to: target)
      try FileSystem.synchronize(FilePath.folder(of: target))
    } catch {
      throw ArticleIndexError.notWritable(path: target, reason: error.description)
    }
    return kept
  }

  func remove() {
    for ending in ["", "-wal", "-shm", ".lock"] { FileSystem.remove(path + ending) }
  }
}
