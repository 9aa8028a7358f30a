internal import IndexDefinition

/// The packed columns of one window of articles at a time.
///
/// A column's chunk is fetched when first asked for; what is handed out is valid until the reader
/// moves to another window.
final class ColumnReader {
  private let loader: ColumnLoader
  private(set) var window: UInt32 = 0

  init(_ loader: ColumnLoader) {
    self.loader = loader
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

  /// The same; nil where no article of the window has one.
  func valuesIfAny(of column: ColumnLayout.Column) throws -> UnsafePointer<Int32>? {
    let chunk = try chunk(column)
    return chunk.isZero ? nil : chunk.values
  }

  /// What parts an article of the window from others of equal rank.
  func tie(of row: UInt32) throws -> UInt32 {
    UInt32(bitPattern: try values(of: .tie)[Int(row & ColumnLayout.offsetMask)])
  }

  /// The window's values of a list column.
  func lists(of column: ColumnLayout.Column) throws -> ColumnLists {
    try chunk(column).lists
  }

  /// The error of a column that does not hold what it should, in this window or one before.
  func damage(_ column: ColumnLayout.Column) -> any Error {
    loader.damage(column, window)
  }

  private func chunk(_ column: ColumnLayout.Column) throws -> ColumnBytes {
    try loader.chunk(column, window)
  }
}

/// How long the articles of a window are, in tokens.
struct Lengths {
  let titles: UnsafePointer<Int32>
  let bodies: UnsafePointer<Int32>

  init(_ columns: ColumnReader) throws {
    titles = try columns.values(of: .titleLength)
    bodies = try columns.values(of: .bodyLength)
  }

  /// dl′ of ``BM25``: the title counts twice.
  @inline(__always)
  func weighted(_ offset: Int) -> Int32 { 2 &* titles[offset] &+ bodies[offset] }
}
