/// One `%_data` blob, owned, followed by ``padding`` zero bytes.
///
/// The padding is what makes decoding both safe and fast: a varint or an eight-byte word that
/// starts anywhere inside the blob may be loaded whole, and one comparison afterwards tells
/// whether it ran past the end.
package final class PageBytes {
  /// The longest single load, two varints of nine bytes, rounded up to a multiple of eight.
  @usableFromInline static let padding = 24

  @usableFromInline private(set) var base: UnsafeMutableRawPointer
  /// The blob's size in bytes, padding excluded.
  package private(set) var count = 0
  private var capacity: Int

  package init(capacity: Int = 4096) {
    self.capacity = capacity + Self.padding
    base = .allocate(byteCount: self.capacity, alignment: 8)
    clear()
  }

  deinit {
    base.deallocate()
  }

  /// Copies `bytes`, which need be valid during the call only.
  package func fill(from bytes: UnsafeRawBufferPointer) {
    count = 0
    append(bytes)
  }

  func clear() {
    count = 0
    pad()
  }

  func append(_ bytes: UnsafeRawBufferPointer) {
    reserve(count + bytes.count)
    if let start = bytes.baseAddress {
      (base + count).copyMemory(from: start, byteCount: bytes.count)
    }
    count += bytes.count
    pad()
  }

  private func pad() {
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
