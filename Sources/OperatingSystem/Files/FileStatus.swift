/// What the file system says about a path, symbolic links followed.
package struct FileStatus {
  /// What a path leads to, in a word.
  package enum Kind: String {
    case file, folder, device, socket
    case pipe = "named pipe"
  }

  /// Device and inode: the same for every path to one file.
  package struct Identity: Hashable {
    package var device: UInt64
    package var inode: UInt64
  }

  package let kind: Kind
  package let identity: Identity
  /// How many names the file has: hard links.
  package let names: Int
  package let owner: uid_t
  package let group: gid_t
  /// The nine bits of reading, writing and running.
  package let permissions: mode_t
  /// Whether a file made in this folder gets the folder's group.
  package let passesGroupOn: Bool
  /// Bytes.
  package let size: Int
  /// Nanoseconds since 1970.
  package let modified: Int

  /// Nil when the path cannot be looked up; `errno` then says why.
  package init?(path: String) {
    var status = stat()
    guard path.withSystemPath({ stat($0, &status) }) == 0 else { return nil }
    self.init(status)
  }

  /// Of an open file; nil when the system does not say.
  package init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    names = Int(status.st_nlink)
    (owner, group) = (status.st_uid, status.st_gid)
    permissions = status.st_mode & 0o777
    #if canImport(Darwin)
      passesGroupOn = true
    #else
      passesGroupOn = status.st_mode & S_ISGID != 0
    #endif
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
