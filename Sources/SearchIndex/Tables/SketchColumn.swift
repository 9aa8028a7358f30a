internal import IndexDefinition
internal import NearCopies
internal import SQLite

/// The column `sketch`: by what bodies may be near-copies of each other, chunk by chunk.
struct SketchColumn {
  /// One chunk's sketches.
  struct Chunk {
    let first: Int64
    fileprivate let numbers: [UInt32]
    fileprivate let dates: [UInt32]

    /// Calls `receive` with each article that has one, ascending, and where its numbers begin.
    func forEach(_ receive: (Int64, StoredSketch) throws -> Void) rethrows {
      guard numbers.count > ColumnLayout.chunkSize else { return }
      try numbers.withUnsafeBufferPointer { numbers in
        let values = UnsafeBufferPointer(rebasing: numbers[(ColumnLayout.chunkSize + 1)...])
        for slot in 0..<ColumnLayout.chunkSize where numbers[slot] < numbers[slot + 1] {
          let range = Int(numbers[slot])..<Int(numbers[slot + 1])
          guard range.upperBound <= values.count,
            let sketch = StoredSketch(
              UnsafeBufferPointer(rebasing: values[range]),
              date: slot < dates.count ? dates[slot] : 0)
          else { continue }
          try receive(first + Int64(slot), sketch)
        }
      }
    }
  }

  private let chunks: Statement

  init(_ database: Connection) throws {
    chunks = try Statement(
      database,
      """
      SELECT sketch.chunk, sketch.data, date.data FROM column_chunk AS sketch
      JOIN column_chunk AS date ON date.name = 'date' AND date.chunk = sketch.chunk
      WHERE sketch.name = 'sketch' ORDER BY sketch.chunk
      """)
  }

  func forEachChunk(_ receive: (Chunk) throws -> Void) throws {
    try chunks.forEach { row in
      try receive(
        Chunk(
          first: row.integer(0) << ColumnLayout.chunkShift,
          numbers: ColumnChunk.words(row.bytes(1)), dates: ColumnChunk.words(row.bytes(2))))
    }
  }
}

/// A sketch as the column has it; good as long as the chunk.
struct StoredSketch {
  /// Of all words in their order.
  let words: UInt64
  /// A number a band of the MinHash; empty for a text too short to be compared.
  let bands: UnsafeBufferPointer<UInt32>
  /// As the column `date` has it.
  let date: UInt32

  init?(_ numbers: UnsafeBufferPointer<UInt32>, date: UInt32) {
    guard Sketch.numberCounts.contains(numbers.count) else { return nil }
    words = UInt64(numbers[0]) << 32 | UInt64(numbers[1])
    bands = UnsafeBufferPointer(rebasing: numbers[2...])
    self.date = date
  }
}
