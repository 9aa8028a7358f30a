import OperatingSystem

/// The bytes of an open file, as they are on disk.
final class FileBytes: ByteSource {
  private let path: String
  private let descriptor: Int32
  private var offset = 0

  /// Opens `file`, standard input for `-`.
  init(_ file: SourceFile) throws(ByteSourceError) {
    path = file.path
    descriptor = file.path == "-" ? dup(0) : FileDescriptor.open(file.path, O_RDONLY)
    guard descriptor >= 0 else {
      throw ByteSourceError(
        message: "cannot be opened (\(SystemError.last(path))); check its permissions")
    }
  }

  deinit { close(descriptor) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    do throws(SystemError) {
      let count = try FileDescriptor.read(descriptor, into: buffer, path: path)
      offset += count
      return count
    } catch {
      throw ByteSourceError(
        place: "byte \(offset)", message: "cannot be read any further (\(error))")
    }
  }
}
