internal import IndexDefinition

/// Counts articles by the people or countries they mention: one flat table over entity ids.
///
/// Used again for the next query after ``reset()``, whose cost is that of the entities met.
final class EntityCounter {
  let column: ColumnLayout.Column
  private let limit: Int
  /// Articles by entity id.
  private let table: UnsafeMutablePointer<UInt32>
  /// The entities counted at least once, in the order in which they were met: a small answer is
  /// not searched for in a table of all entities.
  private let met: UnsafeMutablePointer<UInt32>
  /// Whether only the countries that an article is about count.
  var countsFocusOnly = false
  /// The number of entities counted at least once.
  private(set) var distinct = 0

  /// Counts entities of a list column, with ids up to `highest`.
  init(_ column: ColumnLayout.Column, highest: Int) {
    self.column = column
    limit = highest + 1
    table = .allocate(capacity: limit)
    table.initialize(repeating: 0, count: limit)
    met = .allocate(capacity: limit)
    met.initialize(repeating: 0, count: limit)
  }

  deinit {
    table.deallocate()
    met.deallocate()
  }

  /// The greatest id that is counted.
  var highest: Int { limit - 1 }

  func reset() {
    for index in 0..<distinct { table[Int(met[index])] = 0 }
    distinct = 0
    countsFocusOnly = false
  }

  /// Counts the entities of a window's articles.
  ///
  /// Articles with neighbouring ids have neighbouring lists, which are counted as one.
  func count(_ rows: Rows, in columns: ColumnReader) throws {
    if rows.isEmpty { return }
    let lists = try columns.lists(of: column, upTo: highest)
    let (table, met, first) = (table, met, columns.firstRow)
    let least: UInt32 = countsFocusOnly ? 1 : 0
    var distinct = distinct
    var index = 0
    while index < rows.count {
      let start = Int(rows[index] &- first)
      var end = start
      repeat {
        index &+= 1
        end &+= 1
      } while index < rows.count && Int(rows[index] &- first) == end
      for at in Int(lists.offsets[start])..<Int(lists.offsets[end]) {
        let value = lists.values[at]
        if value & 1 < least { continue }
        let count = table[Int(value >> 1)]
        if count == 0 {
          met[distinct] = value >> 1
          distinct &+= 1
        }
        table[Int(value >> 1)] = count &+ 1
      }
    }
    self.distinct = distinct
  }

  subscript(id: Int) -> Int { id < limit ? Int(table[id]) : 0 }

  /// The entities counted at least `least` times, in no order.
  func counted(atLeast least: Int = 1) -> [(id: Int, count: Int)] {
    var found: [(id: Int, count: Int)] = []
    for index in 0..<distinct where table[Int(met[index])] >= least {
      found.append((Int(met[index]), Int(table[Int(met[index])])))
    }
    return found
  }

  /// The count of the entity at this rank, the greatest first; 1 when there are fewer, or when the
  /// rank is so low that all may as well be looked at.
  func count(atRank rank: Int) -> Int {
    guard rank <= 1000, rank <= distinct else { return 1 }
    var greatest = [UInt32](repeating: 0, count: rank)
    for index in 0..<distinct {
      let count = table[Int(met[index])]
      guard count > greatest[rank - 1] else { continue }
      var place = rank - 1
      while place > 0, greatest[place - 1] < count {
        greatest[place] = greatest[place - 1]
        place -= 1
      }
      greatest[place] = count
    }
    return Int(greatest[rank - 1])
  }
}
