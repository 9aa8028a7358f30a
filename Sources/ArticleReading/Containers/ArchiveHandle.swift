import CLateLibraries
import OperatingSystem

/// An archive that libarchive reads, from its first member to its last.
final class ArchiveHandle {
  private typealias Call = (OpaquePointer) -> Int32

  private let library: late_archive
  private let input: ArchiveInput
  private let reader: OpaquePointer?

  init(_ library: late_archive, _ place: ArchiveInput.Place) {
    self.library = library
    input = ArchiveInput(place)
    reader = library.archive_read_new()
  }

  deinit { _ = library.archive_read_free(reader) }

  /// Says which packings and formats are read, by libarchive's functions for them.
  func support(_ functions: [@convention(c) (OpaquePointer) -> Int32]) {
    guard let reader else { return }
    for function in functions { _ = function(reader) }
  }

  func open() throws(ByteSourceError) {
    guard let reader else { throw ByteSourceError(message: "no memory to read an archive in") }
    _ = library.archive_read_set_callback_data(reader, Unmanaged.passUnretained(input).toOpaque())
    _ = library.archive_read_set_read_callback(reader) { _, data, bytes in
      ArchiveHandle.input(data)?.next(bytes) ?? -1
    }
    if input.isSeekable {
      _ = library.archive_read_set_seek_callback(reader) { _, data, offset, whence in
        Int64(ArchiveHandle.input(data)?.seek(Int(offset), whence) ?? -1)
      }
    }
    try check(library.archive_read_open1(reader))
  }

  private static func input(_ data: UnsafeMutableRawPointer?) -> ArchiveInput? {
    data.map { Unmanaged<ArchiveInput>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The next member, nil behind the last; it is good until the next call.
  func nextEntry() throws(ByteSourceError) -> OpaquePointer? {
    guard let reader else { return nil }
    var entry: OpaquePointer?
    var status = library.archive_read_next_header(reader, &entry)
    while status == Int32(late_archive_retry) {
      status = library.archive_read_next_header(reader, &entry)
    }
    if status == Int32(late_archive_eof) { return nil }
    try check(status)
    return entry
  }

  /// Bytes of the member, 0 at its end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    guard let reader else { return 0 }
    let count = library.archive_read_data(reader, buffer.baseAddress, min(buffer.count, 1 << 20))
    if count < 0 { try check(Int32(clamping: count)) }
    return max(0, count)
  }

  /// Warnings (a name in no known charset) leave the member readable.
  private func check(_ status: Int32) throws(ByteSourceError) {
    guard status < Int32(late_archive_warn) else { return }
    if let error = input.error { throw error }
    let words = reader.flatMap { library.archive_error_string($0) }.map { String(cString: $0) }
    throw ByteSourceError(
      message: "the archive is damaged or of an unknown kind (\(words ?? "error \(status)")); "
        + "what came before is kept, fetch it again")
  }
}
