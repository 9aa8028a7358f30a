internal import IndexDefinition

/// Counts articles by the people or countries they mention: one flat table over entity ids.
final class EntityCounter {
  /// Articles by entity id.
  private let table: UnsafeMutablePointer<UInt32>
  private let limit: Int
  /// Whether only the countries that an article is about count.
  var countsFocusOnly = false
  /// The entities counted at least once, in the order in which they were met: a small answer is
  /// not searched for in a table of all entities.
  private var met: [Int] = []

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
    let least: UInt32 = countsFocusOnly ? 1 : 0
    var met = met
    self.met = []
    articles.forEach { offset in
      for value in lists[offset] where value >> 1 < limit && value & 1 >= least {
        let id = Int(value >> 1)
        if table[id] == 0 { met.append(id) }
        table[id] += 1
      }
    }
    self.met = met
  }

  subscript(id: Int) -> Int { id < limit ? Int(table[id]) : 0 }

  /// The number of entities counted at least once.
  var distinct: Int { met.count }

  /// The entities counted at least `least` times, in no order.
  func counted(atLeast least: Int = 1) -> [(id: Int, count: Int)] {
    met.filter { table[$0] >= least }.map { ($0, Int(table[$0])) }
  }

  /// The count of the entity at this rank, the greatest first; 1 when there are fewer, or when the
  /// rank is so low that all may as well be looked at.
  func count(atRank rank: Int) -> Int {
    guard rank <= 1000 else { return 1 }
    var greatest: [UInt32] = []
    for id in met where table[id] > (greatest.count == rank ? greatest[rank - 1] : 0) {
      if greatest.count == rank { greatest.removeLast() }
      let place = greatest.firstIndex { $0 < table[id] } ?? greatest.count
      greatest.insert(table[id], at: place)
    }
    return greatest.count == rank ? Int(greatest[rank - 1]) : 1
  }
}
