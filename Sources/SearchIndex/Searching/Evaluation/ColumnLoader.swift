internal import IndexDefinition
internal import SQLite

/// Reads chunks of the packed columns by one connection; lives no longer than it.
final class ColumnLoader {
  private let cache: ColumnCache
  private let memory: ColumnMemory
  private let place: Statement
  private let reader: BlobReader
  private let path: String
  /// Each column's chunk looked at last, where they are not kept.
  private var passing: [ColumnLayout.Column: PassingChunk] = [:]

  init(_ database: Connection, for cache: ColumnCache) throws {
    self.cache = cache
    memory = cache.makeMemory()
    place = try Statement(
      database, "SELECT rowid FROM column_chunk WHERE name = ? AND chunk = ?")
    reader = BlobReader(database, table: "column_chunk", column: "data")
    path = database.path
  }

  /// A chunk that was never written reads as zeros.
  ///
  /// - Returns: Bytes that are valid until another window of the column is asked for.
  func chunk(_ column: ColumnLayout.Column, _ window: UInt32) throws -> ColumnBytes {
    if let known = cache[column, window] { return known }
    if !cache.keepsChunks { return try passingChunk(column, window) }
    let chunk = try read(column, window) { memory.piece(of: $0 + ColumnBytes.padding) }
    cache[column, window] = chunk
    return chunk
  }

  /// A chunk that is read into the place of the one before needs no new memory and is still in the
  /// processor's cache when it is looked at.
  private func passingChunk(
    _ column: ColumnLayout.Column, _ window: UInt32
  ) throws -> ColumnBytes {
    if let last = passing[column], last.window == window { return last.bytes }
    var place = passing.removeValue(forKey: column)?.place
    let bytes = try read(column, window) { byteCount in
      let byteCount = byteCount + ColumnBytes.padding
      if let place, place.count >= byteCount { return place.start }
      let made = (start: memory.piece(of: byteCount * 2), count: byteCount * 2)
      place = made
      return made.start
    }
    passing[column] = place.map { PassingChunk(window: window, bytes: bytes, place: $0) }
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
  var place: (start: UnsafeMutableRawPointer, count: Int)
}
