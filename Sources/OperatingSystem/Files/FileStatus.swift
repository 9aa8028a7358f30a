/// What the file system says about a path, symbolic links followed.
package struct FileStatus {
  /// What a path leads to; pipes and devices are `other`.
  package enum Kind { case file, folder, other }

  /// Device and inode: the same for every path to one file.
  package struct Identity: Hashable {
    package var device: UInt64
    package var inode: UInt64
  }

  package let kind: Kind
  package let identity: Identity
  /// Bytes.
  package let size: Int
  /// Nanoseconds since 1970.
  package let modified: Int

  /// Nil when the path cannot be looked up; `errno` then says why.
  package init?(path: String) {
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
}
