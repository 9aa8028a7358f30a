internal import IndexDefinition

/// Counts articles by the people or countries they mention: one flat table over entity ids.
final class EntityCounter {
  /// Articles by entity id.
  private let table: UnsafeMutablePointer<UInt32>
  let limit: Int

  /// Counts entities with ids up to `highest`.
  init(highest: Int) {
    limit = highest + 1
    table = .allocate(capacity: limit)
    table.initialize(repeating: 0, count: limit)
  }

  deinit { table.deallocate() }

  func count(_ articles: WindowSet, in lists: ColumnLists) {
    let table = table
    let limit = UInt32(limit)
    articles.forEach { offset in
      for value in lists[offset] where value >> 1 < limit { table[Int(value >> 1)] += 1 }
    }
  }

  subscript(id: Int) -> Int { id < limit ? Int(table[id]) : 0 }

  /// The number of entities counted at least once.
  var distinct: Int {
    var distinct = 0
    for id in 0..<limit where table[id] > 0 { distinct += 1 }
    return distinct
  }

  /// The entities counted at least `least` times, by id.
  func counted(atLeast least: Int = 1) -> [(id: Int, count: Int)] {
    var counted: [(id: Int, count: Int)] = []
    for id in 0..<limit where table[id] >= least { counted.append((id, Int(table[id]))) }
    return counted
  }

  /// The count of the entity at this rank, the greatest first; 1 when there are fewer, or when the
  /// rank is so low that all may as well be looked at.
  func count(atRank rank: Int) -> Int {
    guard rank <= 1000 else { return 1 }
    var greatest: [UInt32] = []
    for id in 0..<limit where table[id] > (greatest.count == rank ? greatest[rank - 1] : 0) {
      if greatest.count == rank { greatest.removeLast() }
      let place = greatest.firstIndex { $0 < table[id] } ?? greatest.count
      greatest.insert(table[id], at: place)
    }
    return greatest.count == rank ? Int(greatest[rank - 1]) : 1
  }
}
