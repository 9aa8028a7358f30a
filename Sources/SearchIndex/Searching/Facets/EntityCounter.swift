internal import IndexDefinition

/// Counts articles by the people or countries they mention: one flat table over entity ids.
///
/// Used again for the next query after ``reset()``, whose cost is that of the entities met.
final class EntityCounter: @unchecked Sendable {
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
    // One more: a place is written before it is known whether it counts.
    met = .allocate(capacity: limit + 1)
    met.initialize(repeating: 0, count: limit + 1)
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
    let first = columns.firstRow
    var index = 0
    while index < rows.count {
      let start = rows[index]
      var end = start
      repeat {
        index &+= 1
        end &+= 1
      } while index < rows.count && rows[index] == end
      add(
        lists.values + Int(lists.offsets[Int(start &- first)]),
        to: lists.values + Int(lists.offsets[Int(end &- first)]))
    }
  }

  @inline(__always)
  private func add(_ start: UnsafePointer<UInt32>, to end: UnsafePointer<UInt32>) {
    let least: UInt32 = countsFocusOnly ? 1 : 0
    var value = start
    var count = distinct
    while value < end {
      defer { value += 1 }
      if value.pointee & 1 < least { continue }
      let id = Int(value.pointee >> 1)
      met[count] = UInt32(truncatingIfNeeded: id)
      count &+= table[id] == 0 ? 1 : 0
      table[id] &+= 1
    }
    distinct = count
  }

  /// Adds what another counted.
  func add(_ other: EntityCounter) {
    for index in 0..<other.distinct {
      let id = Int(other.met[index])
      met[distinct] = other.met[index]
      distinct += table[id] == 0 ? 1 : 0
      table[id] += other.table[id]
    }
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
