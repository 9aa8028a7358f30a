import CLateLibraries
import OperatingSystem

/// Where libarchive has a packed file's bytes from.
///
/// Files and memory can be read anywhere, as zip and 7z need, whose list stands at the end.
final class ArchiveInput {
  enum Place {
    case stream(ByteReader)
    /// A file of this many bytes by its descriptor.
    case file(FileBytes, size: Int)
    case memory([UInt8])
  }

  private let place: Place
  private var offset = 0
  /// What was given out last: libarchive reads it until it asks for more.
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 16)
  private var given = 0
  private(set) var error: ByteSourceError?

  init(_ place: Place) {
    self.place = place
  }

  deinit { buffer.deallocate() }

  var isSeekable: Bool { if case .stream = place { false } else { true } }

  private var size: Int {
    switch place {
    case .stream: 0
    case .file(_, let size): size
    case .memory(let bytes): bytes.count
    }
  }

  /// The next bytes, in memory that is good until the next call; negative on an error.
  func next(_ pointer: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    do throws(ByteSourceError) {
      let count = try fill()
      offset += count
      pointer.pointee = UnsafeRawPointer(buffer.baseAddress)
      return count
    } catch {
      self.error = error
      return -1
    }
  }

  private func fill() throws(ByteSourceError) -> Int {
    switch place {
    case .stream(let reader):
      let head = reader.peek()
      if head.isEmpty, let error = reader.error { throw error }
      let part = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(head).prefix(buffer.count))
      buffer.copyMemory(from: part)
      reader.skip(part.count)
      return part.count
    case .file(let file, _): return try file.read(into: buffer, at: offset)
    case .memory(let bytes):
      let part = bytes[min(offset, bytes.count)...].prefix(buffer.count)
      buffer.copyBytes(from: part)
      return part.count
    }
  }

  /// Goes to an offset as lseek does, and gives it; negative where there is none.
  func seek(_ distance: Int, _ whence: Int32) -> Int {
    let start = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? offset : size
    let (target, isOver) = start.addingReportingOverflow(distance)
    guard !isOver, target >= 0 else { return Int(late_archive_fatal) }
    offset = target
    return offset
  }
}
