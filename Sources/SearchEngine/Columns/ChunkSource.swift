package import IndexDefinition

/// Where the chunks of the packed columns come from; used by one core at a time.
package protocol ChunkSource: AnyObject {
  /// Copies the chunk of `column` for the articles of `window` into what `memory` gives for its size in
  /// bytes; nil for a chunk that was never written, which reads as zeros.
  ///
  /// Chunks may be asked for in any order, and again.
  func read(
    _ column: ColumnLayout.Column, _ window: UInt32,
    into memory: (Int) -> UnsafeMutableRawPointer
  ) throws -> UnsafeMutableRawBufferPointer?

  /// What to throw for a chunk whose bytes cannot be a column's.
  func damage(_ column: ColumnLayout.Column, _ window: UInt32) -> any Error
}
