import OperatingSystem

/// A source's bytes through one buffer: looked at, skipped, or taken line by line.
///
/// The pointers given out are good until the next call. Errors of the source end the bytes and are
/// kept in ``error``, so that what came before can be used first.
final class ByteReader {
  let source: any ByteSource
  private var buffer: UnsafeMutableBufferPointer<UInt8>
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  private(set) var error: ByteSourceError?
  /// Bytes that were given back before those in the buffer.
  private var dropped = 0
  /// Whether ``line`` is kept up to date by those who pass bytes over; costs a look at each.
  var countsLines = false
  /// The line that the next byte stands on, from 1.
  private(set) var line = 1

  static let step = 256 << 10

  init(_ source: any ByteSource) {
    self.source = source
    buffer = .allocate(capacity: 2 * Self.step)
  }

  convenience init(_ bytes: [UInt8]) {
    self.init(MemoryBytes(bytes))
  }

  deinit { buffer.deallocate() }

  private var held: UnsafeBufferPointer<UInt8> {
    assert(0...end ~= start && end <= buffer.count, "\(start)..<\(end) of \(buffer.count) bytes")
    return UnsafeBufferPointer(rebasing: buffer[start..<end])
  }

  /// How many bytes lie before the next.
  var position: Int { dropped + start }

  /// The next bytes, at least `count` of them unless the end is nearer; none at the end.
  func peek(_ count: Int = 1) -> UnsafeBufferPointer<UInt8> {
    makeRoom(for: count)
    while end - start < count, fill() {}
    return held
  }

  /// True when nothing follows what was looked at last.
  var holdsTheRest: Bool { isAtEnd }

  func skip(_ count: Int) {
    assert(count >= 0, "bytes are passed over forwards")
    let passed = min(count, end - start)
    if countsLines { line += held.prefix(passed).count(of: 0x0a) }
    start += passed
  }

  /// Passes over all bytes before a position; false where there are not so many, or it lies behind.
  func pass(to position: Int) -> Bool {
    while self.position < position, !peek().isEmpty { skip(position - self.position) }
    return self.position == position
  }

  /// The next line without its line feed, nil at the end; empty and `isCut` when it is longer than
  /// `limit` bytes and was passed over.
  func line(limit: Int) -> (bytes: UnsafeBufferPointer<UInt8>, isCut: Bool)? {
    var searched = 0
    while true {
      if let length = newline(after: searched) {
        defer { (start, line) = (start + length + 1, line + 1) }
        return (UnsafeBufferPointer(rebasing: held[..<length]), false)
      }
      searched = end - start
      if searched > limit {
        skipLine()
        return (UnsafeBufferPointer(start: nil, count: 0), true)
      }
      if !fill() { return lastLine() }
    }
  }

  /// Everything that is left, nil when that is more than `limit` bytes.
  func rest(limit: Int) -> UnsafeBufferPointer<UInt8>? {
    makeRoom(for: limit)
    while end - start <= limit, fill() {}
    return end - start > limit ? nil : held
  }

  private func lastLine() -> (bytes: UnsafeBufferPointer<UInt8>, isCut: Bool)? {
    guard start < end else { return nil }
    defer { start = end }
    return (held, false)
  }

  private func newline(after offset: Int) -> Int? {
    guard let base = buffer.baseAddress, start + offset < end else { return nil }
    let first = base + start
    let found = memchr(first + offset, 0x0a, end - start - offset)
    return found.map { UnsafeRawPointer($0) - UnsafeRawPointer(first) }
  }

  /// Passes over a line that is too long to be held.
  private func skipLine() {
    repeat { start = end } while fill() && newline(after: 0) == nil
    start = newline(after: 0).map { start + $0 + 1 } ?? end
    line += 1
  }

  /// Reads once more from the source, growing the buffer when it is full; false at the end.
  private func fill() -> Bool {
    guard !isAtEnd else { return false }
    makeRoom()
    do throws(ByteSourceError) {
      let count = try source.read(
        into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[end...])))
      assert(0...buffer.count - end ~= count, "the source gave more than there is room for")
      end += count
      isAtEnd = count == 0
    } catch {
      self.error = error
      isAtEnd = true
    }
    return !isAtEnd
  }

  private func makeRoom() {
    if start > 0, let base = buffer.baseAddress {
      memmove(base, base + start, end - start)
      dropped += start
      (start, end) = (0, end - start)
    }
    guard buffer.count - end < Self.step else { return }
    grow(to: buffer.count * 2)
  }

  /// Makes room for what a source has that knows its size, at most `count` bytes: step by step the buffer would
  /// be copied as often as it doubles.
  private func makeRoom(for count: Int) {
    guard count > buffer.count, let size = source.size else { return }
    let needed = end + min(count, size - position) + Self.step
    if needed > buffer.count { grow(to: needed + Self.step) }
  }

  private func grow(to capacity: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
    _ = larger.update(fromContentsOf: buffer[..<end])
    buffer.deallocate()
    buffer = larger
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// How often a byte is there; in a form that the compiler makes sixteen comparisons at once of.
  fileprivate func count(of byte: UInt8) -> Int {
    let bytes = UnsafeBufferPointer(rebasing: self)
    var count = 0
    for index in 0..<bytes.count { count &+= bytes[index] == byte ? 1 : 0 }
    return count
  }
}
