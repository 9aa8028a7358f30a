/// Room for a list whose length is not known before: from the heap while it is short, straight from
/// the system (``MappedBuffer``) once it is long.
///
/// To be freed by who holds it.
struct GrowingBuffer<Element: BitwiseCopyable> {
  /// From so many bytes on, fewer large pages cost less than many small ones.
  private static var longSize: Int { 1 << 19 }
  /// The least that is taken from the system: what is not touched costs nothing.
  private static var leastByteCount: Int { 1 << 22 }

  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var capacity: Int
  /// Nil on the heap.
  private var pages: MappedBuffer?

  init(capacity: Int) {
    start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  /// Makes room for `wanted` elements, and more for those to come; keeps the first `count`.
  @inline(never)
  mutating func grow(to wanted: Int, keeping count: Int) {
    let old = self
    let byteCount = max(wanted, 2 * capacity) * MemoryLayout<Element>.stride
    if byteCount < Self.longSize {
      capacity = byteCount / MemoryLayout<Element>.stride
      start = .allocate(capacity: capacity)
    } else {
      let made = MappedBuffer(byteCount: max(byteCount, Self.leastByteCount))
      capacity = made.byteCount / MemoryLayout<Element>.stride
      start = made.start.bindMemory(to: Element.self, capacity: capacity)
      pages = made
    }
    withExtendedLifetime(old.pages) { start.update(from: old.start, count: count) }
    old.free()
  }

  func free() {
    if pages == nil { start.deallocate() }
  }
}
