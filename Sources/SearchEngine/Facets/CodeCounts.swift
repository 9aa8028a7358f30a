internal import IndexDefinition

/// Counts by ``EntityCodes``: those of the most frequent entities.
///
/// Used again for the next query.
final class CodeCounts: EntityCounts {
  let codes: EntityCodes
  /// By code.
  private let counters: UnsafeMutablePointer<UInt32>
  private var countsFocusOnly = false
  /// Nil until asked for.
  private var knownDistinct: Int?

  init(_ codes: EntityCodes) {
    self.codes = codes
    counters = .allocate(capacity: EntityCodes.counterCount)
  }

  deinit { counters.deallocate() }

  /// Counts `rows`, ascending, and forgets what was counted before.
  ///
  /// - Parameter focusOnly: Whether only the countries that an article is about count.
  func count(_ rows: Rows, focusOnly: Bool) {
    countsFocusOnly = focusOnly
    counters.update(repeating: 0, count: EntityCodes.counterCount)
    codes.count(rows, into: counters)
    knownDistinct = nil
  }

  /// Adds what was counted of other articles, by the same codes.
  func add(_ other: CodeCounts) {
    let (mine, others) = (counters, other.counters)
    knownDistinct = nil
    for code in 0..<EntityCodes.code(ofHead: codes.heads.count) { mine[code] &+= others[code] }
  }

  /// True when no entity left out can be among the `wanted` first, or the only further one, and
  /// `selected` are all counted.
  func isExact(forLeading wanted: Int, _ selected: Set<UInt32>) -> Bool {
    guard codes.greatestLeftOut > 0 else { return true }
    return wanted > 0 && distinct > wanted && wanted <= Self.deepestRank
      && count(atRank: wanted) > codes.greatestLeftOut
      && selected.allSatisfy { codes.code(of: Int($0)) != nil }
  }

  var distinct: Int {
    let known = knownDistinct ?? codes.heads.indices.count { count(ofHead: $0) > 0 }
    knownDistinct = known
    return known
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
