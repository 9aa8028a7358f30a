internal import Foundation

/// Room for postings that grows as they are decoded: a row and a frequency each.
///
/// Plain memory, because appending is the innermost step of every query; `realloc` moves long
/// lists by remapping pages instead of copying them.
struct PostingMemory: ~Copyable {
  private(set) var rows: UnsafeMutablePointer<UInt32>
  private(set) var frequencies: UnsafeMutablePointer<Float>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 64) {
    self.capacity = max(capacity, 1)
    rows = .allocate(capacity: self.capacity)
    frequencies = .allocate(capacity: self.capacity)
  }

  deinit {
    free(rows)
    free(frequencies)
  }

  @inline(__always)
  mutating func append(_ row: UInt32, _ frequency: Float) {
    if count == capacity { grow() }
    rows[count] = row
    frequencies[count] = frequency
    count &+= 1
  }

  @inline(never)
  private mutating func grow() {
    capacity *= 2
    rows = Self.moved(rows, capacity)
    frequencies = Self.moved(frequencies, capacity)
  }

  /// Memory that cannot be had ends the process, as it does everywhere in Swift.
  private static func moved<T: BitwiseCopyable>(
    _ pointer: UnsafeMutablePointer<T>, _ capacity: Int
  ) -> UnsafeMutablePointer<T> {
    guard let moved = realloc(pointer, capacity * MemoryLayout<T>.stride) else {
      preconditionFailure("out of memory for \(capacity) postings")
    }
    return moved.assumingMemoryBound(to: T.self)
  }
}
