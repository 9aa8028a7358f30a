internal import IndexDefinition

/// Article ids, each greater than the one before: a part of a query term's postings, or a list that was
/// put together.
///
/// Owns nothing: valid as long as the memory that the ids lie in. Most lists are of one window, so that
/// a buffer of ``ColumnLayout/chunkSize`` ids has room for them.
package typealias Rows = UnsafeBufferPointer<UInt32>

extension Range<Int64> {
  /// All articles: ids are numbers of 32 bits.
  static let everyRow = 0..<Int64(UInt32.max) + 1
}

// MARK: - What assertions ask

extension Rows {
  /// Each id is greater than the one before.
  var isAscending: Bool { zip(self, dropFirst()).allSatisfy { $0 < $1 } }

  /// Ascending, and of this window alone.
  func lie(in window: UInt32) -> Bool {
    isAscending && first.map { $0 >> ColumnLayout.chunkShift } ?? window == window
      && last.map { $0 >> ColumnLayout.chunkShift } ?? window == window
  }
}

// MARK: - Lists from lists

extension Rows {
  /// What is asked of lists of such unequal length is answered by galloping through the longer.
  private static let gallopRatio = 16

  /// Writes what both lists hold to `target`, which has room for the shorter.
  func intersection(_ other: Rows, into target: UnsafeMutablePointer<UInt32>) -> Rows {
    if count > other.count { return other.intersection(self, into: target) }
    assert(isAscending && other.isAscending, "rows ascend")
    if other.count > count * Self.gallopRatio { return galloped(through: other, into: target) }
    var (mine, others, found) = (0, 0, 0)
    while mine < count, others < other.count {
      let (left, right) = (self[mine], other[others])
      target[found] = left
      found &+= left == right ? 1 : 0
      mine &+= left <= right ? 1 : 0
      others &+= right <= left ? 1 : 0
    }
    return Rows(start: target, count: found)
  }

  private func galloped(
    through other: Rows, into target: UnsafeMutablePointer<UInt32>
  ) -> Rows {
    var (at, found) = (0, 0)
    for row in self {
      at = other.lowerBound(row, from: at)
      if at == other.count { break }
      target[found] = row
      found &+= other[at] == row ? 1 : 0
    }
    return Rows(start: target, count: found)
  }

  /// Writes what `other` does not hold to `target`, which has room for this list and may be it.
  func subtracting(_ other: Rows, into target: UnsafeMutablePointer<UInt32>) -> Rows {
    assert(isAscending && other.isAscending, "rows ascend")
    var (at, kept) = (0, 0)
    for row in self {
      at = other.lowerBound(row, from: at)
      target[kept] = row
      kept &+= at < other.count && other[at] == row ? 0 : 1
    }
    return Rows(start: target, count: kept)
  }

  /// Writes those of which `count` gives 1, and not 0, to `target`, which has room for this list and
  /// may be it.
  @inline(__always)
  func filtered(
    into target: UnsafeMutablePointer<UInt32>, counting count: (UInt32) -> Int
  ) -> Rows {
    var kept = 0
    for row in self {
      target[kept] = row
      kept &+= count(row)
    }
    return Rows(start: target, count: kept)
  }

  /// Writes those that pass to `target`, which has room for this list and may be it.
  @inline(__always)
  func filtered(
    into target: UnsafeMutablePointer<UInt32>, _ passes: (UInt32) -> Bool
  ) -> Rows {
    filtered(into: target, counting: { passes($0) ? 1 : 0 })
  }
}

extension UnsafeBufferPointer<UInt32> {
  /// The index of the first element at or above `value` in an ascending list, from `start` on.
  ///
  /// Gallops, then halves: the cost grows with the logarithm of the distance.
  @inline(__always)
  func lowerBound(_ value: UInt32, from start: Int = 0) -> Int {
    assert((0...count).contains(start), "from \(start) of \(count)")
    var step = 1
    var low = start
    while low + step <= count, self[low + step - 1] < value {
      low += step
      step <<= 1
    }
    var high = Swift.min(low + step - 1, count)
    while low < high {
      let middle = (low + high) >> 1
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Rows {
  /// Calls `body` with each window that articles lie in, and with those.
  @inline(__always)
  func forEachWindow(_ body: (UInt32, Rows) throws -> Void) rethrows {
    var start = 0
    while start < count {
      let window = self[start] >> ColumnLayout.chunkShift
      let last = window << ColumnLayout.chunkShift | ColumnLayout.offsetMask
      let end = last == .max ? count : lowerBound(last + 1, from: start)
      try body(window, Rows(rebasing: self[start..<end]))
      start = end
    }
  }
}

/// Tells of ascending rows which a list holds: two lists are walked side by side.
struct RowSieve {
  private let rows: Rows
  private var index = 0
  /// The first of the list that is not passed; `Int64.max` at the end.
  private var next: Int64

  /// - Parameter rows: Ascending.
  init(_ rows: Rows) {
    assert(rows.isAscending, "rows ascend")
    self.rows = rows
    next = rows.first.map(Int64.init) ?? .max
  }

  /// Whether the list holds `row`; to be asked in ascending order.
  @inline(__always)
  mutating func passes(_ row: Int64) -> Bool {
    assert(index == 0 || Int64(rows[index - 1]) < row, "asked about \(row) after a later row")
    while next < row {
      index &+= 1
      next = index < rows.count ? Int64(rows[index]) : .max
    }
    return next == row
  }
}

/// Articles by id, ascending, gathered window after window; plain memory that is used again.
final class RowList {
  private var buffer = GrowingBuffer<UInt32>(capacity: 1 << 10)
  private var count = 0

  deinit { buffer.free() }

  /// What was gathered, valid until more is.
  var rows: Rows { Rows(start: buffer.start, count: count) }

  func removeAll() { count = 0 }

  /// Leaves those of which `isKept` is true.
  func keep(_ isKept: (UInt32) throws -> Bool) rethrows {
    var kept = 0
    for index in 0..<count where try isKept(buffer.start[index]) {
      buffer.start[kept] = buffer.start[index]
      kept += 1
    }
    count = kept
  }

  func append(_ rows: Rows) {
    guard let start = rows.baseAddress, !rows.isEmpty else { return }
    assert(
      rows.isAscending && (count == 0 || buffer.start[count - 1] < rows[0]), "windows ascend")
    if count + rows.count > buffer.capacity {
      buffer.grow(to: count + rows.count, keeping: count)
    }
    (buffer.start + count).update(from: start, count: rows.count)
    count += rows.count
  }
}

/// Memory for the lists that a window's evaluation puts together, the same for every window.
final class RowBuffers {
  private var buffers: [UnsafeMutablePointer<UInt32>] = []
  private var taken = 0

  deinit {
    for buffer in buffers { buffer.deallocate() }
  }

  /// Takes back all that was handed out.
  func reset() { taken = 0 }

  /// Room for a whole window of articles, until the next ``reset()``.
  func take() -> UnsafeMutablePointer<UInt32> {
    if taken == buffers.count { buffers.append(.allocate(capacity: ColumnLayout.chunkSize)) }
    taken += 1
    return buffers[taken - 1]
  }
}
