/// A set of row ids, most of them neighbours: one bit an id, in blocks that exist where needed.
struct RowIDSet {
  private var blocks: [Int64: [UInt64]] = [:]
  private(set) var count = 0

  func contains(_ id: Int64) -> Bool {
    guard let block = blocks[id >> 12] else { return false }
    return block[Int(id >> 6 & 63)] & (1 << UInt64(id & 63)) != 0
  }

  /// Whether an id of a range, whole blocks of 4,096, may be in it.
  func hasAny(in ids: Range<Int64>) -> Bool {
    (ids.lowerBound >> 12..<(ids.upperBound + 4095) >> 12).contains { blocks[$0] != nil }
  }

  mutating func insert(_ id: Int64) {
    guard !contains(id) else { return }
    blocks[id >> 12, default: Array(repeating: 0, count: 64)][Int(id >> 6 & 63)] |=
      1 << UInt64(id & 63)
    count += 1
  }

  mutating func remove(_ id: Int64) {
    guard contains(id) else { return }
    blocks[id >> 12]?[Int(id >> 6 & 63)] &= ~(1 << UInt64(id & 63))
    count -= 1
  }
}
