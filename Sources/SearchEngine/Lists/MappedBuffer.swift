internal import OperatingSystem

/// Zeroed memory straight from the system, in large pages where there are any.
///
/// The first touch of a small page costs some two microseconds, which for a long list adds up to as
/// much as filling it.
package final class MappedBuffer {
  /// What a large page of the machines we know holds.
  static let largePage = 1 << 21

  package let start: UnsafeMutableRawPointer
  package let byteCount: Int
  private let mapped: UnsafeMutableRawBufferPointer

  /// From ``largePage`` on it begins where a large page does.
  ///
  /// Memory that cannot be had ends the process, as it does everywhere in Swift.
  package init(byteCount: Int) {
    precondition(byteCount >= 0, "\(byteCount) bytes")
    self.byteCount = max(byteCount, 1)
    let isLarge = byteCount >= Self.largePage
    let room = self.byteCount + (isLarge ? Self.largePage : 0)
    guard
      let base = mmap(nil, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      base != MAP_FAILED
    else { preconditionFailure("out of memory for \(byteCount) bytes") }
    mapped = UnsafeMutableRawBufferPointer(start: base, count: room)
    start = isLarge ? base.alignedUp(toMultipleOf: Self.largePage) : base
    #if os(Linux)
      if isLarge { madvise(start, self.byteCount, MADV_HUGEPAGE) }
    #endif
  }

  convenience init(copying bytes: UnsafeRawBufferPointer) {
    self.init(byteCount: bytes.count)
    UnsafeMutableRawBufferPointer(start: start, count: byteCount).copyMemory(from: bytes)
  }

  deinit { munmap(mapped.baseAddress, mapped.count) }
}

extension UnsafeMutableRawPointer {
  fileprivate func alignedUp(toMultipleOf size: Int) -> UnsafeMutableRawPointer {
    self + (size - Int(bitPattern: self) & (size - 1)) & (size - 1)
  }
}

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
    assert(
      wanted > capacity && (0...capacity).contains(count), "\(count) to \(wanted) of \(capacity)")
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
