import Foundation

/// The bytes of an open file, as they are on disk.
final class FileBytes: ByteSource {
  private let descriptor: Int32
  private var offset = 0

  /// Opens `file`, standard input for `-`.
  init(_ file: SourceFile) throws(ByteSourceError) {
    descriptor = file.path == "-" ? dup(0) : open(file.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ByteSourceError(
        message: "cannot be opened (\(String(cString: strerror(errno)))); check its permissions")
    }
  }

  deinit { close(descriptor) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        offset += count
        return count
      }
      guard errno == EINTR else {
        throw ByteSourceError(
          place: "byte \(offset)",
          message: "cannot be read any further (\(String(cString: strerror(errno))))")
      }
    }
  }
}
