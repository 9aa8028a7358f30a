internal import IndexDefinition

/// Counts articles by person or country from ``PackedEntities``: four additions an article, of the
/// entities that have a code.
///
/// Used again for the next query.
final class PackedEntityCounter: EntityCounts {
  let packed: PackedEntities
  /// Articles by code: of an even code those that only mention the entity, of the odd one after it
  /// those that are about it.
  private let counters: UnsafeMutablePointer<UInt32>
  private var countsMarkedOnly = false
  /// Nil until asked for.
  private var knownDistinct: Int?

  init(_ packed: PackedEntities) {
    self.packed = packed
    counters = .allocate(capacity: PackedEntities.counterCount)
  }

  deinit { counters.deallocate() }

  /// Counts `rows`, ascending, and forgets what was counted before.
  ///
  /// - Parameter markedOnly: Whether only entities count that are marked (``MarkedTags``).
  func count(_ rows: Rows, markedOnly: Bool) {
    countsMarkedOnly = markedOnly
    counters.update(repeating: 0, count: PackedEntities.counterCount)
    packed.count(rows, into: counters)
    knownDistinct = nil
  }

  /// Adds what was counted of other articles, by the same codes.
  func add(_ other: PackedEntityCounter) {
    assert(packed === other.packed, "codes mean the same")
    let (mine, others) = (counters, other.counters)
    knownDistinct = nil
    for code in 0..<PackedEntities.code(at: packed.coded.count) { mine[code] &+= others[code] }
  }

  /// True when the entities without a code change nothing of what is asked: none of them can be among
  /// the `wanted` most frequent, there are more than these anyway, and all `selected` have a code.
  func isExact(forLeading wanted: Int, _ selected: Set<UInt32>) -> Bool {
    guard packed.greatestLeftOut > 0 else { return true }
    return wanted > 0 && distinct > wanted && wanted <= Self.deepestRank
      && count(atRank: wanted) > packed.greatestLeftOut
      && selected.allSatisfy { packed.code(of: Int($0)) != nil }
  }

  var distinct: Int {
    let known = knownDistinct ?? packed.coded.indices.count { count(at: $0) > 0 }
    knownDistinct = known
    return known
  }

  subscript(id: Int) -> Int { packed.code(of: id).map { Int(count(ofCode: $0)) } ?? 0 }

  func counted(atLeast least: Int) -> [(id: Int, count: Int)] {
    packed.coded.indices.compactMap { index in
      let count = Int(count(at: index))
      return count >= max(least, 1) ? (packed.coded[index], count) : nil
    }
  }

  func count(atRank rank: Int) -> Int {
    guard rank <= Self.deepestRank, rank <= distinct else { return 1 }
    var greatest = GreatestCounts(capacity: rank)
    for index in packed.coded.indices { greatest.insert(count(at: index)) }
    return Int(greatest.least)
  }

  private func count(at index: Int) -> UInt32 { count(ofCode: PackedEntities.code(at: index)) }

  private func count(ofCode code: Int) -> UInt32 {
    assert(code & 1 == 0 && code < PackedEntities.counterCount, "code \(code)")
    return (countsMarkedOnly ? 0 : counters[code]) &+ counters[code + 1]
  }
}
