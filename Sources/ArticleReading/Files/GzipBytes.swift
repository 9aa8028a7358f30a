import CLateLibraries

/// The unpacked bytes of a gzip stream of one or more members (RFC 1952), or of one that HTTP sends
/// (RFC 1950, 1951), by zlib.
///
/// Everything that could be unpacked before a damaged place is given out; then the error says
/// where in the packed file the damage is.
final class GzipBytes: ByteSource {
  private let packed: ByteReader
  private let zlib: late_zlib
  /// On the heap, since zlib keeps its address.
  private let stream: UnsafeMutablePointer<late_zlib_stream>
  private var consumed = 0
  private var isDone = false
  private var error: ByteSourceError?

  /// What stands around the packed bytes, as the number of bits of zlib's window says it.
  enum Wrapping: Int32 {
    case none = -15
    case zlib = 15
    case gzip = 31
  }

  init(_ packed: ByteReader, _ zlib: late_zlib, wrapping: Wrapping = .gzip) {
    self.packed = packed
    self.zlib = zlib
    stream = .allocate(capacity: 1)
    stream.initialize(to: late_zlib_stream())
    let size = Int32(MemoryLayout<late_zlib_stream>.size)
    _ = zlib.inflateInit2_(stream, wrapping.rawValue, LATE_ZLIB_VERSION, size)
  }

  deinit {
    _ = zlib.inflateEnd(stream)
    stream.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    var produced = 0
    while produced == 0, error == nil, !isDone {
      produced = step(buffer)
    }
    if produced == 0, let error { throw error }
    return produced
  }

  /// Unpacks once, into `buffer`; how many bytes came out.
  private func step(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    assert(!buffer.isEmpty, "nothing can be unpacked into no room")
    let input = packed.peek()
    guard !input.isEmpty else {
      error = packed.error ?? damage("ends in the middle of a gzip member")
      return 0
    }
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = UInt32(min(input.count, 1 << 20))
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(min(buffer.count, 1 << 30))
    let (before, room) = (stream.pointee.avail_in, stream.pointee.avail_out)
    let status = zlib.inflate(stream, Int32(late_zlib_no_flush))
    packed.skip(Int(before - stream.pointee.avail_in))
    consumed += Int(before - stream.pointee.avail_in)
    finish(status)
    return Int(room - stream.pointee.avail_out)
  }

  private func finish(_ status: Int32) {
    switch Int(status) {
    case late_zlib_ok, late_zlib_buf_error: break
    case late_zlib_stream_end: startNextMember()
    default:
      error = damage(stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(status)")
    }
  }

  /// Goes on when another member follows; what follows otherwise is padding, as gzip sees it too.
  private func startNextMember() {
    let next = packed.peek(2)
    isDone = next.count < 2 || next[0] != 0x1f || next[1] != 0x8b
    if !isDone { _ = zlib.inflateReset(stream) }
  }

  private func damage(_ what: String) -> ByteSourceError {
    ByteSourceError(
      place: "byte \(consumed) of the packed file",
      message: "the gzip data is damaged (\(what)); what came before is kept, fetch the file again")
  }
}
