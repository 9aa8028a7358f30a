internal import IndexDefinition

/// Counts articles by the people or countries they mention: one flat table over entity ids.
///
/// Used again for the next query after ``reset()``, whose cost is that of the entities met.
final class EntityCounter: EntityCounts {
  let column: ColumnLayout.Column
  private let limit: Int
  /// Holds the three lists; pages that no entity is counted in are never there.
  private let memory: MappedBuffer
  /// Articles by entity id.
  private let table: UnsafeMutablePointer<UInt32>
  /// The entities counted at least once, in the order in which they were met: a small answer is
  /// not searched for in a table of all entities.
  private let met: UnsafeMutablePointer<UInt32>
  /// Entities of the column as they stand there, still to be counted.
  private static let gatherLimit = 4096
  private let gathered: UnsafeMutablePointer<UInt32>
  private var gatheredCount = 0
  /// Whether only the countries that an article is about count.
  var countsFocusOnly = false
  /// The number of entities counted at least once.
  private(set) var distinct = 0

  /// Counts entities of a list column, with ids up to `highest`.
  init(_ column: ColumnLayout.Column, highest: Int) {
    self.column = column
    limit = highest + 1
    // One more: the entity after the last is written down before it is known not to be new.
    memory = MappedBuffer(byteCount: (2 * limit + 1 + Self.gatherLimit) * MemoryLayout<UInt32>.size)
    let numbers = memory.start.bindMemory(
      to: UInt32.self, capacity: 2 * limit + 1 + Self.gatherLimit)
    table = numbers
    met = numbers + limit
    gathered = numbers + 2 * limit + 1
  }

  /// The greatest id that is counted.
  var highest: Int { limit - 1 }

  func reset() {
    for index in 0..<distinct { table[Int(met[index])] = 0 }
    distinct = 0
    gatheredCount = 0
    countsFocusOnly = false
  }

  /// Counts the entities of articles.
  ///
  /// Their entities are first put side by side: whether two articles lie near or far, the processor
  /// fetches several at once, as long as nothing has to be decided about one before the next.
  func count(_ rows: Rows, in columns: ColumnReader) throws {
    try rows.forEachWindow { window, rows in
      columns.move(to: window)
      try gather(rows, columns)
    }
    try countGathered(columns)
  }

  /// Adds what was counted of other articles.
  func add(_ other: EntityCounter) {
    for index in 0..<other.distinct {
      let id = other.met[index]
      let count = table[Int(id)]
      met[distinct] = id
      distinct += count == 0 ? 1 : 0
      table[Int(id)] = count + other.table[Int(id)]
    }
  }

  /// Counts the entities of all articles.
  func countAll(through lastRow: UInt32, in columns: ColumnReader) throws {
    for window in 0...(lastRow >> ColumnLayout.chunkShift) {
      columns.move(to: window)
      let lists = try columns.lists(of: column)
      var rest = lists.all
      while !rest.isEmpty {
        gatheredCount = min(rest.count, Self.gatherLimit)
        gathered.update(from: rest.baseAddress ?? lists.values, count: gatheredCount)
        rest = UnsafeBufferPointer(rebasing: rest.dropFirst(gatheredCount))
        try countGathered(columns)
      }
    }
  }

  private func gather(_ rows: Rows, _ columns: ColumnReader) throws {
    let (first, lists) = (columns.firstRow, try columns.lists(of: column))
    let step = ColumnBytes.padding / MemoryLayout<UInt32>.size
    for row in rows {
      let offset = Int(row &- first)
      var at = Int(lists.offsets[offset])
      let end = Int(lists.offsets[offset + 1])
      while at < end {
        if gatheredCount > Self.gatherLimit - step { try countGathered(columns) }
        (gathered + gatheredCount).update(from: lists.values + at, count: step)
        gatheredCount &+= min(step, end &- at)
        at &+= step
      }
    }
  }

  private func countGathered(_ columns: ColumnReader) throws {
    let (table, met, gathered) = (table, met, gathered)
    let highest = UnsafeBufferPointer(start: gathered, count: gatheredCount).max() ?? 0
    guard highest >> 1 < limit else { throw columns.damage(column) }
    let least: UInt32 = countsFocusOnly ? 1 : 0
    var distinct = distinct
    for index in 0..<gatheredCount {
      let value = gathered[index]
      let counts: UInt32 = value & 1 >= least ? 1 : 0
      let count = table[Int(value >> 1)]
      met[distinct] = value >> 1
      distinct &+= Int(counts & (count == 0 ? 1 : 0))
      table[Int(value >> 1)] = count &+ counts
    }
    self.distinct = distinct
    gatheredCount = 0
  }

  subscript(id: Int) -> Int { id < limit ? Int(table[id]) : 0 }

  func counted(atLeast least: Int) -> [(id: Int, count: Int)] {
    var found: [(id: Int, count: Int)] = []
    for index in 0..<distinct where table[Int(met[index])] >= least {
      found.append((Int(met[index]), Int(table[Int(met[index])])))
    }
    return found
  }

  func count(atRank rank: Int) -> Int {
    guard rank <= Self.deepestRank, rank <= distinct else { return 1 }
    var greatest = GreatestCounts(capacity: rank)
    for index in 0..<distinct { greatest.insert(table[Int(met[index])]) }
    return Int(greatest.least)
  }
}
