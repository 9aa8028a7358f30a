internal import IndexDefinition
internal import SQLite

/// The column values that a batch changes; chunk by chunk they are written when it ends, so that a
/// chunk is rewritten once a batch however many of its articles changed.
final class ColumnQueue {
  private var changes: [Int64: ColumnValues] = [:]
  private let find: Statement
  private let write: Statement

  init(_ database: Connection) throws {
    find = try Statement(
      database, "SELECT data FROM column_chunk WHERE name = ? AND chunk = ?")
    write = try Statement(
      database,
      """
      INSERT INTO column_chunk(name, chunk, data) VALUES (?, ?, ?)
      ON CONFLICT (name, chunk) DO UPDATE SET data = excluded.data
      """)
  }

  /// The lengths of an article that is there are filled in by ``apply(lengths:)``.
  func set(_ id: Int64, _ values: ColumnValues) {
    changes[id] = values
  }

  func clear(_ id: Int64) {
    changes[id] = ColumnValues()
  }

  /// Writes all changes, asking `lengths` for the tokens of every article that there is.
  func apply(lengths: (Int64) throws -> (title: UInt32, body: UInt32)) throws {
    var chunks: [Int64: [(slot: Int, value: ColumnValues)]] = [:]
    for id in changes.keys.sorted() {
      guard var values = changes[id] else { continue }
      if values.date != 0 { (values.titleLength, values.bodyLength) = try lengths(id) }
      let slot = Int(id) & (ColumnLayout.chunkSize - 1)
      chunks[id >> ColumnLayout.chunkShift, default: []].append((slot, values))
    }
    for chunk in chunks.keys.sorted() {
      for column in ColumnLayout.Column.allCases {
        try rewrite(column, chunk, chunks[chunk] ?? [])
      }
    }
    changes.removeAll(keepingCapacity: true)
  }

  /// Writes the people of some articles at once; their other columns stay.
  func setPeople(_ people: [Int64: [UInt32]]) throws {
    for (chunk, ids) in Dictionary(grouping: people.keys, by: { $0 >> ColumnLayout.chunkShift }) {
      let changes = ids.sorted().map { id in
        (
          slot: Int(id) & (ColumnLayout.chunkSize - 1),
          value: ColumnValues(people: people[id] ?? [])
        )
      }
      try rewrite(.person, chunk, changes)
    }
  }

  private func rewrite(
    _ column: ColumnLayout.Column, _ chunk: Int64, _ changes: [(slot: Int, value: ColumnValues)]
  ) throws {
    let name = SQLValue.text(column.rawValue)
    let old = try find.first(name, .integer(chunk)) { Array($0.bytes(0)) }
    let new =
      column.isList
      ? ColumnChunk.list(old, setting: changes.map { ($0.slot, $0.value.list(column)) })
      : ColumnChunk.fixed(old, setting: changes.map { ($0.slot, $0.value.fixed(column)) })
    try write.run(name, .integer(chunk), .blob(new))
  }
}
