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
  private let spares: SparePostings?

  /// `spares` nil: memory of its own.
  init(from spares: SparePostings? = nil) {
    let block = spares?.take() ?? .init(capacity: 64)
    rows = block.rows
    frequencies = block.frequencies
    self.capacity = block.capacity
    self.spares = spares
  }

  deinit {
    let block = Block(rows: rows, frequencies: frequencies, capacity: capacity)
    if let spares { spares.give(block) } else { block.free() }
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

extension PostingMemory {
  /// What is allocated for `capacity` postings.
  struct Block {
    let rows: UnsafeMutablePointer<UInt32>
    let frequencies: UnsafeMutablePointer<Float>
    let capacity: Int

    init(capacity: Int) {
      self.init(
        rows: .allocate(capacity: capacity), frequencies: .allocate(capacity: capacity),
        capacity: capacity)
    }

    init(
      rows: UnsafeMutablePointer<UInt32>, frequencies: UnsafeMutablePointer<Float>, capacity: Int
    ) {
      self.rows = rows
      self.frequencies = frequencies
      self.capacity = capacity
    }

    func free() {
      Foundation.free(rows)
      Foundation.free(frequencies)
    }
  }
}
