/// Files and folders by path.
package enum FileSystem {
  /// True when the path leads to something, symbolic links followed.
  package static func exists(_ path: String) -> Bool { permits(path, F_OK) }

  /// True when the path leads to a folder.
  package static func isFolder(_ path: String) -> Bool { FileStatus(path: path)?.kind == .folder }

  /// True when this process may read what is there.
  package static func isReadable(_ path: String) -> Bool { permits(path, R_OK) }

  /// True when this process may write what is there.
  package static func isWritable(_ path: String) -> Bool { permits(path, W_OK) }

  /// Bytes; nil when nothing is there.
  package static func size(_ path: String) -> Int? { FileStatus(path: path)?.size }

  /// What a folder holds, in no order, without `.` and `..`; nil when it cannot be listed.
  package static func names(inFolder path: String) -> [String]? {
    guard let folder = path.withSystemPath({ opendir($0) }) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = nameOf(entry)
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes a folder and those it lies in; true when it is there afterwards.
  package static func makeFolder(_ path: String) -> Bool {
    if makeOne(path) { return true }
    guard errno == ENOENT else { return isFolder(path) }
    let parent = FilePath.folder(of: path)
    return parent != path && makeFolder(parent) && (makeOne(path) || isFolder(path))
  }

  /// A whole file; `-` is standard input.
  package static func read(_ path: String) throws(SystemError) -> [UInt8] {
    let descriptor = path == "-" ? dup(STDIN_FILENO) : FileDescriptor.open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .last(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var step = max(path == "-" ? 0 : size(path) ?? 0, 64 << 10)
    while let more = try part(of: descriptor, step: step, path: path) {
      if bytes.isEmpty { bytes = more } else { bytes += more }
      step = 1 << 20
    }
    return bytes
  }

  /// Removes a file; false when it cannot be removed.
  @discardableResult
  package static func remove(_ path: String) -> Bool { path.withSystemPath { unlink($0) } == 0 }

  /// Gives a file another name, in place of what had that name.
  package static func rename(_ old: String, to new: String) throws(SystemError) {
    guard renameOnce(old, to: new) == 0 else { throw .last(old) }
  }

  /// Makes a file that is not there yet, empty, with the owner and the permissions that another has;
  /// until it has them no one else may open it.
  ///
  /// Only root gives files away: to others the new file belongs to themselves.
  package static func makeFile(_ path: String, like other: String) throws(SystemError) {
    guard let status = FileStatus(path: other) else { throw .last(other) }
    let descriptor = FileDescriptor.open(path, O_RDWR | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { throw .last(path) }
    defer { close(descriptor) }
    try FileDescriptor.give(descriptor, to: status, path: path)
  }

  /// Makes a file that is not there yet, empty.
  ///
  /// - Parameter permissions: What it has whatever the process's mask says.
  package static func makeFile(_ path: String, permissions: mode_t) throws(SystemError) {
    let descriptor = FileDescriptor.open(path, O_RDWR | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { throw .last(path) }
    defer { close(descriptor) }
    guard fchmod(descriptor, permissions) == 0 else { throw .last(path) }
  }

  /// Gives a file other permissions.
  package static func setPermissions(_ path: String, _ permissions: mode_t) throws(SystemError) {
    guard path.withSystemPath({ chmod($0, permissions) }) == 0 else { throw .last(path) }
  }

  /// Gives a file to another group; false where this process may not.
  @discardableResult
  package static func setGroup(_ path: String, _ group: gid_t) -> Bool {
    path.withSystemPath { chown($0, uid_t.max, group) } == 0
  }

  /// Gives a file a further name, where nothing has that name yet.
  ///
  /// - Throws: ``SystemError``, with `EEXIST` where something has it.
  package static func link(_ path: String, to new: String) throws(SystemError) {
    let status = path.withSystemPath { old in new.withSystemPath { linkOnce(old, $0) } }
    guard status == 0 else { throw .last(new) }
  }

  /// Waits until a file's bytes, or a folder's names, are on the disk.
  package static func synchronize(_ path: String) throws(SystemError) {
    let descriptor = FileDescriptor.open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .last(path) }
    defer { close(descriptor) }
    #if canImport(Darwin)
      // There fsync leaves them in the drive's memory.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
    #endif
    guard fsync(descriptor) == 0 else { throw .last(path) }
  }

  /// The next bytes, up to `step` of them; nil at the end.
  private static func part(
    of descriptor: Int32, step: Int, path: String
  ) throws(SystemError) -> [UInt8]? {
    var error: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
      do throws(SystemError) {
        count = try FileDescriptor.read(
          descriptor, into: UnsafeMutableRawBufferPointer(buffer), path: path)
      } catch let problem {
        error = problem
      }
    }
    if let error { throw error }
    return bytes.isEmpty ? nil : bytes
  }
}

// Inside the type the names `rename` and `link` are its own functions.

private func renameOnce(_ old: String, to new: String) -> Int32 {
  old.withSystemPath { old in new.withSystemPath { rename(old, $0) } }
}

private func linkOnce(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
  link(old, new)
}

private func permits(_ path: String, _ use: Int32) -> Bool {
  path.withSystemPath { access($0, use) } == 0
}

private func makeOne(_ folder: String) -> Bool { folder.withSystemPath { mkdir($0, 0o777) } == 0 }

/// Read where it stands: an entry is shorter than its declared type.
private func nameOf(_ entry: UnsafeMutablePointer<dirent>) -> String {
  guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else {
    preconditionFailure("an entry of a folder has no name")
  }
  let name = UnsafeRawPointer(entry) + offset
  return String(systemPath: name.assumingMemoryBound(to: CChar.self))
}
