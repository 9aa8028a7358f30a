internal import IndexDefinition
internal import NearCopies
internal import SQLite

/// The column `sketch`: by what bodies may be near-copies of each other.
struct SketchColumn {
  private let chunkNumbers: Statement
  private let chunk: Statement

  init(_ database: Connection) throws {
    chunkNumbers = try Statement(
      database, "SELECT chunk FROM column_chunk WHERE name = 'sketch' ORDER BY chunk")
    chunk = try Statement(
      database,
      """
      SELECT sketch.data, date.data FROM column_chunk AS sketch
      JOIN column_chunk AS date ON date.name = 'date' AND date.chunk = sketch.chunk
      WHERE sketch.name = 'sketch' AND sketch.chunk = ?
      """)
  }

  /// About how many articles there are: never fewer.
  func articleCount() throws -> Int { try chunks().count << Int(ColumnLayout.chunkShift) }

  /// Calls `receive` with each article that has one, ascending.
  func forEach(_ receive: (Int64, StoredSketch) throws -> Void) throws {
    for number in try chunks() { try forEach(inChunk: number, receive) }
  }

  /// The sketches of some articles.
  func sketches(of articles: RowIDSet) throws -> GatheredSketches {
    var sketches = GatheredSketches()
    for number in try chunks() {
      let first = number << ColumnLayout.chunkShift
      guard articles.hasAny(in: first..<first + Int64(ColumnLayout.chunkSize)) else { continue }
      try forEach(inChunk: number) { row, sketch in
        if articles.contains(row) { sketches.add(row, sketch) }
      }
    }
    return sketches
  }

  private func chunks() throws -> [Int64] {
    var numbers: [Int64] = []
    try chunkNumbers.forEach { numbers.append($0.integer(0)) }
    return numbers
  }

  private func forEach(
    inChunk number: Int64, _ receive: (Int64, StoredSketch) throws -> Void
  ) throws {
    try chunk.forEach(.integer(number)) { row in
      let first = number << ColumnLayout.chunkShift
      try Self.forEach(
        ColumnChunk.words(row.bytes(0)), dates: ColumnChunk.words(row.bytes(1))
      ) { try receive(first + Int64($0), $1) }
    }
  }

  /// By slot.
  private static func forEach(
    _ numbers: [UInt32], dates: [UInt32], _ receive: (Int, StoredSketch) throws -> Void
  ) throws {
    guard numbers.count > ColumnLayout.chunkSize else { return }
    try numbers.withUnsafeBufferPointer { numbers in
      let values = UnsafeBufferPointer(rebasing: numbers[(ColumnLayout.chunkSize + 1)...])
      for slot in 0..<ColumnLayout.chunkSize where numbers[slot] < numbers[slot + 1] {
        let range = Int(numbers[slot])..<Int(numbers[slot + 1])
        let date = slot < dates.count ? dates[slot] : 0
        guard range.upperBound <= values.count,
          let sketch = StoredSketch(UnsafeBufferPointer(rebasing: values[range]), date: date)
        else { continue }
        try receive(slot, sketch)
      }
    }
  }
}

/// A sketch as the column has it; good while its chunk is read, or what it was gathered in is there.
struct StoredSketch {
  let version: StoryVersion
  /// A number a band of the MinHash; empty for a text too short to be compared.
  let bands: UnsafeBufferPointer<UInt32>

  init(version: StoryVersion, bands: UnsafeBufferPointer<UInt32>) {
    self.version = version
    self.bands = bands
  }

  init?(_ numbers: UnsafeBufferPointer<UInt32>, date: UInt32) {
    guard Sketch.numberCounts.contains(numbers.count) else { return nil }
    version = StoryVersion(words: Sketch.words(numbers[0], numbers[1]), date: date)
    bands = UnsafeBufferPointer(rebasing: numbers[Sketch.headCount...])
  }
}
