/// Opening files by their path, and reading and writing by the number of an open one, over again where
/// a signal came between.
package enum FileDescriptor {
  /// The number of the file at `path`, which no program that is started inherits; negative where it
  /// cannot be opened: `errno` says why.
  ///
  /// - Parameter permissions: Of a file that is made.
  package static func open(_ path: String, _ flags: Int32, _ permissions: mode_t = 0) -> Int32 {
    path.withSystemPath { openOnce($0, flags | O_CLOEXEC, permissions) }
  }

  /// Gives an open file the owner and the permissions that `other` has.
  ///
  /// Only root gives files away: to others the file stays theirs.
  package static func give(
    _ descriptor: Int32, to other: FileStatus, path: String
  ) throws(SystemError) {
    _ = fchown(descriptor, other.owner, other.group)
    guard fchmod(descriptor, other.permissions) == 0 else { throw .last(path) }
  }

  /// Reads once, what is there up to the size of `buffer`; 0 at the end.
  ///
  /// - Parameter path: The file's name, for the error.
  package static func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, path: String
  ) throws(SystemError) -> Int {
    while true {
      let count = readOnce(descriptor, buffer)
      assert(count <= buffer.count, "the system gave more than there is room for")
      if count >= 0 { return count }
      guard errno == EINTR else { throw .last(path) }
    }
  }

  /// Writes all of `bytes`.
  ///
  /// - Parameter path: The file's name, for the error.
  package static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String
  ) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = writeOnce(descriptor, UnsafeRawBufferPointer(rebasing: rest))
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw .last(path)
      }
    }
  }
}

// Inside the type the names `open`, `read` and `write` are its own functions.

private func openOnce(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}

private func readOnce(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

private func writeOnce(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
