/// One `%_data` blob, owned, followed by a padding of zero bytes.
///
/// The padding is what makes decoding both safe and fast: a varint or an eight-byte word that
/// starts anywhere inside the blob may be loaded whole, and one comparison afterwards tells
/// whether it ran past the end.
public final class PageBytes {
  /// The longest single load, two varints of nine bytes, rounded up to a multiple of eight.
  @usableFromInline static let padding = 24

  @usableFromInline private(set) var base: UnsafeMutableRawPointer
  /// The blob's size in bytes, padding excluded.
  package private(set) var count = 0
  private var capacity: Int

  package init(capacity: Int = 4096) {
    precondition(capacity >= 0, "a page of \(capacity) bytes")
    self.capacity = capacity + Self.padding
    base = .allocate(byteCount: self.capacity, alignment: 8)
    clear()
  }

  deinit {
    base.deallocate()
  }

  /// Copies `bytes`, which need be valid during the call only.
  public func fill(from bytes: UnsafeRawBufferPointer) {
    count = 0
    append(bytes)
  }

  func clear() {
    count = 0
    pad()
  }

  /// Puts `bytes` behind those there are; they may not be the page's own, which may move.
  func append(_ bytes: UnsafeRawBufferPointer) {
    assert(isApart(from: bytes), "a page is appended to itself")
    reserve(count + bytes.count)
    if let start = bytes.baseAddress {
      (base + count).copyMemory(from: start, byteCount: bytes.count)
    }
    count += bytes.count
    pad()
  }

  /// The bytes at `range`, valid until the page changes.
  func bytes(in range: Range<Int>) -> UnsafeRawBufferPointer {
    assert(range.lowerBound >= 0 && range.upperBound <= count, "\(range) of \(count) bytes")
    return UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  private func isApart(from bytes: UnsafeRawBufferPointer) -> Bool {
    guard let start = bytes.baseAddress else { return true }
    return start + bytes.count <= UnsafeRawPointer(base)
      || start >= UnsafeRawPointer(base + capacity)
  }

  private func pad() {
    assert(count + Self.padding <= capacity, "the padding has no room")
    (base + count).initializeMemory(as: UInt8.self, repeating: 0, count: Self.padding)
  }

  /// Grows to at least twice the size, so that appending stays linear.
  private func reserve(_ wanted: Int) {
    guard wanted + Self.padding > capacity else { return }
    capacity = max(wanted + Self.padding, capacity * 2)
    let grown = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    grown.copyMemory(from: base, byteCount: count)
    base.deallocate()
    base = grown
  }
}
