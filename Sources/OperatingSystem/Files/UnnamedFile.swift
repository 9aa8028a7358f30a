/// A file without a name for what a program must find on disk; it is gone when it is let go of.
package final class UnnamedFile {
  package let descriptor: Int32

  /// Makes one in the folder for temporary files.
  package init() throws(SystemError) {
    let folder = Environment["TMPDIR"] ?? "/tmp"
    // mkstemp puts letters of its own in the place of six that it asks for.
    let template = "\(folder)/wsearch-" + String(repeating: "X", count: 6)
    var path = Array(template.systemBytes.map { CChar(bitPattern: $0) }) + [0]
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw .last(folder) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(path)
  }

  deinit { close(descriptor) }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    try FileDescriptor.write(bytes, to: descriptor, path: "a temporary file")
  }
}
