internal import IndexDefinition

/// Counts articles by the people or countries in their lists: a counter for every entity id.
///
/// Beside the counters stands a list of the ids that were counted, so that what a small answer costs
/// does not grow with the number of entities: neither reading it nor ``reset()``, which makes the
/// counter ready for the next query.
final class EntityCounter: EntityCounts {
  let column: ColumnLayout.Column
  private let limit: Int
  /// Holds the three arrays; its pages take no memory until something is written to them.
  private let memory: MappedBuffer
  /// The number of articles by entity id.
  private let table: UnsafeMutablePointer<UInt32>
  /// The ids counted at least once, ``distinct`` of them, in the order in which they were met.
  private let met: UnsafeMutablePointer<UInt32>
  private static let gatherLimit = 4096
  /// Entities copied from the column, as they stand there, and not counted yet.
  private let gathered: UnsafeMutablePointer<UInt32>
  private var gatheredCount = 0
  /// Whether only entities count that are marked (``MarkedTags``).
  var countsMarkedOnly = false
  /// The number of entities counted at least once.
  private(set) var distinct = 0

  /// Counts entities of a list column, with ids up to `highest`.
  init(_ column: ColumnLayout.Column, highest: Int) {
    self.column = column
    precondition(highest >= 0, "ids up to \(highest)")
    limit = highest + 1
    // One place more: an id is written behind the list first, and then kept only if it is new.
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
    countsMarkedOnly = false
  }

  /// Counts the entities of `rows`, ascending.
  ///
  /// They are first copied side by side and then counted. Copying decides nothing, so the processor
  /// fetches the lists of several articles at once instead of waiting for one after the other.
  func count(_ rows: Rows, in columns: ColumnReader) throws {
    try rows.forEachWindow { window, rows in
      columns.move(to: window)
      try gather(rows, columns)
    }
    try countGathered(columns)
  }

  /// Adds what was counted of other articles.
  func add(_ other: EntityCounter) {
    assert(other.limit == limit && other.column == column, "the same entities")
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
    assert(rows.lie(in: columns.window), "rows of one window")
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

  /// - Throws: The column's damage, where an id is greater than any entity's.
  private func countGathered(_ columns: ColumnReader) throws {
    assert((0...Self.gatherLimit).contains(gatheredCount), "\(gatheredCount) gathered")
    let (table, met, gathered) = (table, met, gathered)
    let highest = UnsafeBufferPointer(start: gathered, count: gatheredCount).max() ?? 0
    guard highest >> 1 < limit else { throw columns.damage(column) }
    let least: UInt32 = countsMarkedOnly ? 1 : 0
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

  subscript(id: Int) -> Int { (0..<limit).contains(id) ? Int(table[id]) : 0 }

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
