/// In how many of a set of articles each person or country stands.
protocol EntityCounts {
  /// How many entities were counted at least once, of those that are counted here at all.
  var distinct: Int { get }

  /// The count of an entity.
  subscript(id: Int) -> Int { get }

  /// The entities counted at least `least` times, in no order.
  func counted(atLeast least: Int) -> [(id: Int, count: Int)]

  /// The count of the entity at this rank, the most frequent being the first.
  ///
  /// 1 when there are fewer entities, or when the rank is beyond ``deepestRank``: the caller then looks
  /// at all of them.
  func count(atRank rank: Int) -> Int
}

extension EntityCounts {
  /// How deep ``GreatestCounts`` are looked for.
  static var deepestRank: Int { 1000 }
}

/// The greatest of many counts.
struct GreatestCounts {
  private var counts: [UInt32]

  /// Keeps the `capacity` greatest.
  init(capacity: Int) {
    counts = [UInt32](repeating: 0, count: capacity)
  }

  /// The least of them; 0 when there are fewer.
  var least: UInt32 { counts.last ?? 0 }

  @inline(__always)
  mutating func insert(_ count: UInt32) {
    if count > least { place(count) }
  }

  private mutating func place(_ count: UInt32) {
    var place = counts.count - 1
    while place > 0, counts[place - 1] < count {
      counts[place] = counts[place - 1]
      place -= 1
    }
    counts[place] = count
  }
}
