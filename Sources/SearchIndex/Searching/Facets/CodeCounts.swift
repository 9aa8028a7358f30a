/// Counts by ``EntityCodes``: those of the most frequent entities.
final class CodeCounts: EntityCounts {
  private let codes: EntityCodes
  /// By code.
  private var counters: [UInt32]
  private let countsFocusOnly: Bool
  private(set) lazy var distinct = codes.heads.indices.count { count(ofHead: $0) > 0 }

  init(_ codes: EntityCodes, _ rows: Rows, countsFocusOnly: Bool) {
    self.codes = codes
    self.countsFocusOnly = countsFocusOnly
    counters = [UInt32](repeating: 0, count: EntityCodes.counterCount)
    counters.withUnsafeMutableBufferPointer { counters in
      if let start = counters.baseAddress { codes.count(rows, into: start) }
    }
  }

  /// Adds what was counted of other articles, by the same codes.
  func add(_ other: CodeCounts) {
    for code in counters.indices { counters[code] &+= other.counters[code] }
  }

  /// True when no entity left out can be among the `wanted` first, or the only further one, and
  /// `selected` are all counted.
  func isExact(forLeading wanted: Int, _ selected: Set<UInt32>) -> Bool {
    guard codes.greatestLeftOut > 0 else { return true }
    return wanted > 0 && distinct > wanted && wanted <= Self.deepestRank
      && count(atRank: wanted) > codes.greatestLeftOut
      && selected.allSatisfy { codes.code(of: Int($0)) != nil }
  }

  subscript(id: Int) -> Int { codes.code(of: id).map { Int(count(ofCode: $0)) } ?? 0 }

  func counted(atLeast least: Int) -> [(id: Int, count: Int)] {
    codes.heads.indices.compactMap { head in
      let count = Int(count(ofHead: head))
      return count >= max(least, 1) ? (codes.heads[head], count) : nil
    }
  }

  func count(atRank rank: Int) -> Int {
    guard rank <= Self.deepestRank, rank <= distinct else { return 1 }
    var greatest = GreatestCounts(capacity: rank)
    for head in codes.heads.indices { greatest.insert(count(ofHead: head)) }
    return Int(greatest.least)
  }

  private func count(ofHead head: Int) -> UInt32 { count(ofCode: EntityCodes.code(ofHead: head)) }

  private func count(ofCode code: Int) -> UInt32 {
    (countsFocusOnly ? 0 : counters[code]) &+ counters[code + 1]
  }
}
