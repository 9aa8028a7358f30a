package import IndexDefinition

/// Reads chunks of the packed columns for one core; lives no longer than their source.
final class ColumnLoader {
  private let cache: ColumnCache
  private let arena: ColumnArena
  private let source: any ChunkSource
  /// Each column's chunk looked at last, where they are not kept.
  private var passing: [ColumnLayout.Column: PassingChunk] = [:]

  init(_ source: any ChunkSource, for cache: ColumnCache) {
    self.source = source
    self.cache = cache
    arena = cache.makeArena()
  }

  /// A chunk that was never written reads as zeros.
  ///
  /// - Returns: Bytes that are valid until another window of the column is asked for.
  func chunk(_ column: ColumnLayout.Column, _ window: UInt32) throws -> ColumnBytes {
    if let known = cache[column, window] { return known }
    if !cache.keepsChunks { return try passingChunk(column, window) }
    let chunk = try read(column, window) { arena.piece(of: $0 + ColumnBytes.padding) }
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
      let made = (start: arena.piece(of: byteCount * 2), count: byteCount * 2)
      place = made
      return made.start
    }
    passing[column] = PassingChunk(window: window, bytes: bytes, place: place)
    return bytes
  }

  private func read(
    _ column: ColumnLayout.Column, _ window: UInt32,
    into memory: (Int) -> UnsafeMutableRawPointer
  ) throws -> ColumnBytes {
    var room = (start: UnsafeMutableRawPointer?.none, byteCount: 0)
    func place(_ byteCount: Int) -> UnsafeMutableRawPointer {
      let start = memory(byteCount)
      room = (start, byteCount)
      return start
    }
    guard let bytes = try source.read(column, window, into: place) else {
      return ColumnBytes.zeros(isList: column.isList)
    }
    precondition(
      bytes.baseAddress == room.start && bytes.count <= room.byteCount,
      "a source writes a chunk where it is told to")
    guard let chunk = ColumnBytes(UnsafeRawBufferPointer(bytes), isList: column.isList) else {
      throw damage(column, window)
    }
    return chunk
  }

  func damage(_ column: ColumnLayout.Column, _ window: UInt32) -> any Error {
    source.damage(column, window)
  }
}

/// A chunk in memory that the next one will take.
private struct PassingChunk {
  var window: UInt32
  var bytes: ColumnBytes
  /// Nil where no chunk was written yet.
  var place: (start: UnsafeMutableRawPointer, count: Int)?
}

/// Where the chunks of the packed columns come from; used by one core at a time.
package protocol ChunkSource: AnyObject {
  /// Copies the chunk of `column` for the articles of `window` to the pointer that `memory` returns for
  /// its size in bytes, and returns those bytes; nil for a chunk that was never written, which reads as
  /// zeros.
  ///
  /// Chunks may be asked for in any order, and again.
  func read(
    _ column: ColumnLayout.Column, _ window: UInt32,
    into memory: (Int) -> UnsafeMutableRawPointer
  ) throws -> UnsafeMutableRawBufferPointer?

  /// What to throw for a chunk whose bytes cannot be a column's.
  func damage(_ column: ColumnLayout.Column, _ window: UInt32) -> any Error
}
