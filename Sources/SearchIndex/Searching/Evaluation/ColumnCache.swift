internal import GRDB
internal import IndexDefinition

/// The chunks of the packed columns (``ColumnLayout``) that queries have read, each checked once
/// and, for a reader of many queries, kept for as long as the index does not change.
///
/// What is kept grows with the articles looked at: about 60 bytes each when every column was asked
/// for.
final class ColumnCache {
  /// False for a single query, which looks at a chunk once or twice: one that is read into the place
  /// of the one before needs no new memory and is still in the processor's cache when it is looked at.
  var keepsChunks = false
  private let place: PreparedStatement
  private let reader: BlobReader
  private let memory = ColumnMemory()
  private let path: String
  /// Each column's chunk looked at last, where they are not kept.
  private var passing: [ColumnLayout.Column: PassingChunk] = [:]
  /// By column and window.
  private var chunks = [[ColumnBytes?]](repeating: [], count: ColumnLayout.Column.allCases.count)

  /// Lives no longer than the connection.
  init(_ database: Database) throws {
    place = try PreparedStatement(
      database, "SELECT rowid FROM column_chunk WHERE name = ? AND chunk = ?")
    reader = try BlobReader(database, table: "column_chunk", column: "data")
    path = database.description
  }

  /// A chunk that was never written reads as zeros.
  ///
  /// - Returns: Bytes that are valid until another window of the column is asked for.
  func chunk(_ column: ColumnLayout.Column, _ window: UInt32) throws -> ColumnBytes {
    let (place, window) = (column.place, Int(window))
    if window < chunks[place].count, let known = chunks[place][window] { return known }
    if !keepsChunks { return try passingChunk(column, UInt32(window)) }
    let missing = max(0, window + 1 - chunks[place].count)
    chunks[place] += [ColumnBytes?](repeating: nil, count: missing)
    let chunk = try read(column, UInt32(window), into: piece(of:))
    chunks[place][window] = chunk
    return chunk
  }

  private func passingChunk(
    _ column: ColumnLayout.Column, _ window: UInt32
  ) throws -> ColumnBytes {
    if let last = passing[column], last.window == window { return last.bytes }
    var memory = passing.removeValue(forKey: column)?.memory
    let bytes = try read(column, window) { byteCount in
      let byteCount = byteCount + ColumnBytes.padding
      if let memory, memory.byteCount >= byteCount { return memory.start }
      let made = PageMemory(byteCount: byteCount * 2)
      memory = made
      return made.start
    }
    passing[column] = memory.map { PassingChunk(window: window, bytes: bytes, memory: $0) }
    return bytes
  }

  private func read(
    _ column: ColumnLayout.Column, _ window: UInt32,
    into memory: (Int) -> UnsafeMutableRawPointer
  ) throws -> ColumnBytes {
    let rowid = try place.first(.text(column.rawValue), .integer(Int64(window))) { $0.integer(0) }
    let bytes =
      try rowid.map { try reader.read($0, into: memory) } ?? Self.empty(memory)
    guard let chunk = ColumnBytes(UnsafeRawBufferPointer(bytes), isList: column.isList) else {
      throw damage(column, window)
    }
    return chunk
  }

  private func piece(of byteCount: Int) -> UnsafeMutableRawPointer {
    memory.piece(of: byteCount + ColumnBytes.padding)
  }

  private static func empty(
    _ memory: (Int) -> UnsafeMutableRawPointer
  ) -> UnsafeMutableRawBufferPointer {
    let start = memory(ColumnBytes.emptySize)
    start.initializeMemory(as: UInt8.self, repeating: 0, count: ColumnBytes.emptySize)
    return UnsafeMutableRawBufferPointer(start: start, count: ColumnBytes.emptySize)
  }

  func damage(_ column: ColumnLayout.Column, _ window: UInt32) -> ArticleIndexError {
    .damaged(path: path, detail: "column \(column.rawValue), chunk \(window)")
  }
}

/// A chunk in memory that the next one will take.
private struct PassingChunk {
  var window: UInt32
  var bytes: ColumnBytes
  var memory: PageMemory
}

extension ColumnLayout.Column {
  /// Its place among all columns.
  fileprivate var place: Int {
    switch self {
    case .date: 0
    case .titleLength: 1
    case .bodyLength: 2
    case .language: 3
    case .person: 4
    case .country: 5
    }
  }
}
