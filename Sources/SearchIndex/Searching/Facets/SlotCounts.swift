/// Counts by ``EntitySlots``: those of the most frequent entities.
final class SlotCounts: EntityCounts {
  private let slots: EntitySlots
  /// By code.
  private var counters: [UInt32]
  private let countsFocusOnly: Bool
  private(set) var distinct = 0

  init(_ slots: EntitySlots, _ rows: Rows, countsFocusOnly: Bool) {
    self.slots = slots
    self.countsFocusOnly = countsFocusOnly
    counters = [UInt32](repeating: 0, count: EntitySlots.counterCount)
    counters.withUnsafeMutableBufferPointer { counters in
      if let start = counters.baseAddress { slots.count(rows, into: start) }
    }
    for head in slots.heads.indices where count(ofHead: head) > 0 { distinct += 1 }
  }

  /// True when no entity left out can be among the `wanted` first, or the only further one, and
  /// `selected` are all counted.
  func isExact(forLeading wanted: Int, _ selected: Set<UInt32>) -> Bool {
    guard slots.greatestLeftOut > 0 else { return true }
    return wanted > 0 && distinct > wanted && wanted <= Self.deepestRank
      && count(atRank: wanted) > slots.greatestLeftOut
      && selected.allSatisfy { slots.code(of: Int($0)) != nil }
  }

  subscript(id: Int) -> Int { slots.code(of: id).map { Int(count(ofCode: $0)) } ?? 0 }

  func counted(atLeast least: Int) -> [(id: Int, count: Int)] {
    slots.heads.indices.compactMap { head in
      let count = Int(count(ofHead: head))
      return count >= max(least, 1) ? (slots.heads[head], count) : nil
    }
  }

  func count(atRank rank: Int) -> Int {
    guard rank <= Self.deepestRank, rank <= distinct else { return 1 }
    var greatest = GreatestCounts(capacity: rank)
    for head in slots.heads.indices { greatest.insert(count(ofHead: head)) }
    return Int(greatest.least)
  }

  private func count(ofHead head: Int) -> UInt32 { count(ofCode: EntitySlots.code(ofHead: head)) }

  private func count(ofCode code: Int) -> UInt32 {
    (countsFocusOnly ? 0 : counters[code]) &+ counters[code + 1]
  }
}
