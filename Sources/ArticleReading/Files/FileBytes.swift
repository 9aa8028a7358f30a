import IndexDefinition
import OperatingSystem

/// The bytes of an open file, as they are on disk.
final class FileBytes: ByteSource {
  private let path: String
  let descriptor: Int32
  private var offset = 0

  /// Opens `file`, standard input for `-`.
  init(_ file: SourceFile) throws(ByteSourceError) {
    path = file.path
    descriptor = file.path == "-" ? dup(0) : FileDescriptor.open(file.path, O_RDONLY)
    guard descriptor >= 0 else {
      throw ByteSourceError(
        message: "cannot be opened (\(SystemError.last(path))); check its permissions", kind: .file)
    }
  }

  deinit { close(descriptor) }

  /// Bytes of a file that can be read anywhere; nil for a pipe, a device, standard input.
  var seekableSize: Int? {
    var status = stat()
    guard path != "-", fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  var size: Int? { seekableSize }

  /// Reads from `offset` on, wherever ``read(into:)`` is; 0 at the end.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(ByteSourceError) -> Int {
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count >= 0 { return count }
      guard errno == EINTR else {
        throw ByteSourceError(
          place: "byte \(offset)",
          message: "cannot be read any further (\(SystemError.last(path)))",
          kind: .file)
      }
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    do throws(SystemError) {
      let count = try FileDescriptor.read(descriptor, into: buffer, path: path)
      offset += count
      return count
    } catch {
      throw ByteSourceError(
        place: "byte \(offset)", message: "cannot be read any further (\(error))", kind: .file)
    }
  }
}
