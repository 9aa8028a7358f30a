/// Articles of one window by id, ascending: a part of a query term's postings, or a list put together.
package typealias Rows = UnsafeBufferPointer<UInt32>

extension Rows {
  /// What is asked of lists of such unequal length is answered by galloping through the longer.
  private static let gallopRatio = 16

  /// Writes what both lists hold to `target`, which has room for the shorter.
  func intersection(_ other: Rows, into target: UnsafeMutablePointer<UInt32>) -> Rows {
    if count > other.count { return other.intersection(self, into: target) }
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
