internal import Foundation

/// Articles by id, ascending, gathered window after window; plain memory that is used again.
final class RowList {
  private var memory: UnsafeMutablePointer<UInt32>
  private var capacity = 1 << 10
  private var count = 0

  init() {
    memory = .allocate(capacity: capacity)
  }

  deinit { free(memory) }

  /// What was gathered, valid until more is.
  var rows: Rows { Rows(start: memory, count: count) }

  func removeAll() { count = 0 }

  func append(_ rows: Rows) {
    guard let start = rows.baseAddress else { return }
    if count + rows.count > capacity { grow(to: count + rows.count) }
    (memory + count).update(from: start, count: rows.count)
    count += rows.count
  }

  /// Doubles at least; memory that cannot be had ends the process, as it does everywhere in Swift.
  private func grow(to wanted: Int) {
    capacity = max(wanted, capacity * 2)
    guard let moved = realloc(memory, capacity * MemoryLayout<UInt32>.stride) else {
      preconditionFailure("out of memory for \(capacity) articles")
    }
    memory = moved.assumingMemoryBound(to: UInt32.self)
  }
}
