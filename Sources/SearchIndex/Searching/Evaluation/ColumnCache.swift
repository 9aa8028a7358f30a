internal import GRDB
internal import IndexDefinition

/// The chunks of the packed columns (``ColumnLayout``) that queries have read, each checked once
/// and kept for as long as the index does not change.
///
/// Memory grows with the articles looked at: about 40 bytes each when every column was asked for.
final class ColumnCache {
  private struct Key: Hashable {
    var column: ColumnLayout.Column
    var window: UInt32
  }

  private let statement: PreparedStatement
  private let path: String
  private var chunks: [Key: ColumnBytes] = [:]

  /// Lives no longer than the connection.
  init(_ database: Database) throws {
    statement = try PreparedStatement(
      database, "SELECT data FROM column_chunk WHERE name = ? AND chunk = ?")
    path = database.description
  }

  /// A chunk that was never written reads as zeros.
  func chunk(_ column: ColumnLayout.Column, _ window: UInt32) throws -> ColumnBytes {
    let key = Key(column: column, window: window)
    if let known = chunks[key] { return known }
    let chunk = try read(column, window)
    chunks[key] = chunk
    return chunk
  }

  private func read(_ column: ColumnLayout.Column, _ window: UInt32) throws -> ColumnBytes {
    let stored = try statement.first(.text(column.rawValue), .integer(Int64(window))) {
      ColumnBytes(UnsafeRawBufferPointer($0.bytes(0)), isList: column.isList)
    }
    guard let chunk = stored ?? ColumnBytes.zeros else { throw damage(column, window) }
    return chunk
  }

  func damage(_ column: ColumnLayout.Column, _ window: UInt32) -> ArticleIndexError {
    .damaged(path: path, detail: "column \(column.rawValue), chunk \(window)")
  }
}
