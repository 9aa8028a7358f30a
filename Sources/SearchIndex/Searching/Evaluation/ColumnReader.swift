internal import IndexDefinition

/// The packed columns of one window of articles at a time.
///
/// A column's chunk is fetched when first asked for; what is handed out is valid until the reader
/// moves to another window.
final class ColumnReader {
  private let cache: ColumnCache
  private(set) var window: UInt32 = 0

  init(_ cache: ColumnCache) {
    self.cache = cache
  }

  /// The window's first article id.
  var firstRow: UInt32 { window << ColumnLayout.chunkShift }

  func move(to window: UInt32) {
    self.window = window
  }

  /// The window's values of a fixed column, one an article.
  func values(of column: ColumnLayout.Column) throws -> UnsafePointer<Int32> {
    try chunk(column).values
  }

  /// The window's values of a list column.
  func lists(of column: ColumnLayout.Column) throws -> ColumnLists {
    try chunk(column).lists
  }

  /// The chunk of a list column, entities up to `highest` and no others in it.
  func lists(of column: ColumnLayout.Column, upTo highest: Int) throws -> ColumnLists {
    let chunk = try chunk(column)
    guard Int(chunk.highestEntity) <= highest else { throw cache.damage(column, window) }
    return chunk.lists
  }

  private func chunk(_ column: ColumnLayout.Column) throws -> ColumnBytes {
    try cache.chunk(column, window)
  }
}
