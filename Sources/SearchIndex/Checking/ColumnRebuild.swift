internal import FTS5Segments
internal import IndexDefinition
internal import NearCopies
internal import SQLite

/// Works the packed columns out from the tables they are derived from, chunk by chunk.
struct ColumnRebuild {
  private let stored: Statement
  private let storedChunks: Statement
  private let articleChunks: Statement
  private let articles: Statement
  private let entities: Statement
  private let sizes: Statement
  private let write: Statement

  init(_ database: Connection) throws {
    stored = try Statement(
      database, "SELECT data FROM column_chunk WHERE name = ? AND chunk = ?")
    storedChunks = try Statement(database, "SELECT DISTINCT chunk FROM column_chunk")
    articleChunks = try Statement(
      database, "SELECT DISTINCT id >> \(ColumnLayout.chunkShift) FROM article")
    articles = try Statement(
      database,
      """
      SELECT id, date, language, external_id, published_at, lead_id, body
      FROM article LEFT JOIN story ON article_id = id WHERE id BETWEEN ? AND ?
      """)
    entities = try Statement(
      database,
      """
      SELECT article_id, entity_id, focus, kind FROM article_entity
      JOIN entity ON entity.id = entity_id
      WHERE article_id BETWEEN ? AND ? AND kind <> 'date' ORDER BY article_id, entity_id
      """)
    sizes = try Statement(
      database, "SELECT id, sz FROM article_fts_docsize WHERE id BETWEEN ? AND ?")
    write = try Statement(
      database, "INSERT OR REPLACE INTO column_chunk(name, chunk, data) VALUES (?, ?, ?)")
  }

  /// The chunks that are there or should be.
  func chunks() throws -> [Int64] {
    var chunks: Set<Int64> = []
    try articleChunks.forEach { chunks.insert($0.integer(0)) }
    try storedChunks.forEach { chunks.insert($0.integer(0)) }
    return chunks.sorted()
  }

  /// The columns whose chunk is not what it should be, with what it should be.
  func differences(in chunk: Int64) throws -> [(ColumnLayout.Column, [UInt8])] {
    let values = try values(in: chunk)
    return try ColumnLayout.Column.derived.compactMap { column in
      let blob =
        column.isList
        ? ColumnChunk.list(nil, setting: values.map { ($0.slot, $0.value.list(column)) })
        : ColumnChunk.fixed(nil, setting: values.map { ($0.slot, $0.value.fixed(column)) })
      // A chunk of zeros need not be there.
      let isEmpty = values.allSatisfy { $0.value.isEmpty(column) }
      let isSame = try stored.first(.text(column.rawValue), .integer(chunk)) {
        $0.bytes(0).elementsEqual(blob)
      }
      return isSame == true || (isSame == nil && isEmpty) ? nil : (column, blob)
    }
  }

  func store(_ blob: [UInt8], _ column: ColumnLayout.Column, _ chunk: Int64) throws {
    try write.run(.text(column.rawValue), .integer(chunk), .blob(blob))
  }

  private func values(in chunk: Int64) throws -> [(slot: Int, value: ColumnValues)] {
    let first = chunk << ColumnLayout.chunkShift
    let range = (
      SQLValue.integer(first), SQLValue.integer(first + Int64(ColumnLayout.chunkSize) - 1)
    )
    var values: [Int: ColumnValues] = [:]
    try articles.forEach(range.0, range.1) { row in
      let date = row.optionalText(1).flatMap { CalendarDate($0) }
      values[Int(row.integer(0) - first)] = ColumnValues(
        date: ColumnValues.date(date),
        time: ColumnValues.time(row.optionalText(4), on: date),
        language: ColumnValues.language(row.optionalText(2)),
        tie: ColumnLayout.Column.tie(of: row.text(3)), story: UInt32(clamping: row.integer(5)),
        sketch: Sketch.numbers(of: row.text(6)))
    }
    try entities.forEach(range.0, range.1) { row in
      let value = UInt32(truncatingIfNeeded: row.integer(1) << 1 | row.integer(2) & 1)
      let slot = Int(row.integer(0) - first)
      if row.bytes(3).elementsEqual("person".utf8) {
        values[slot]?.people.append(value)
      } else {
        values[slot]?.countries.append(value)
      }
    }
    try sizes.forEach(range.0, range.1) { row in
      var sizes = RecordVarints(row.bytes(1))
      let slot = Int(row.integer(0) - first)
      values[slot]?.titleLength = UInt32(clamping: sizes.next() ?? 0)
      values[slot]?.bodyLength = UInt32(clamping: sizes.next() ?? 0)
    }
    return values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
