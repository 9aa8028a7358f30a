import Foundation

/// What the file system says about a path, symbolic links followed.
struct FileStatus {
  enum Kind { case file, folder, other }

  /// Device and inode: the same for every path to one file.
  struct Identity: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  let kind: Kind
  let identity: Identity
  /// Bytes.
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int

  /// Nil when the path cannot be looked up; `errno` then says why.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  func sourceFile(path: String) -> SourceFile {
    var absolute = path
    if let resolved = realpath(path, nil) {
      absolute = String(cString: resolved)
      free(resolved)
    }
    return SourceFile(path: path, absolutePath: absolute, size: size, modified: modified)
  }
}
