internal import IndexDefinition
internal import SQLite
internal import SearchEngine
internal import SearchModel

/// The rows of `column_chunk`, copied by one connection.
final class SQLiteChunks: ChunkSource {
  private let place: Statement
  private let reader: BlobReader
  private let path: String

  init(_ database: Connection) throws {
    place = try Statement(
      database, "SELECT rowid FROM column_chunk WHERE name = ? AND chunk = ?")
    reader = BlobReader(database, table: "column_chunk", column: "data")
    path = database.path
  }

  func read(
    _ column: ColumnLayout.Column, _ window: UInt32,
    into memory: (Int) -> UnsafeMutableRawPointer
  ) throws -> UnsafeMutableRawBufferPointer? {
    try place.first(.text(column.rawValue), .integer(Int64(window))) { $0.integer(0) }
      .map { try reader.read($0, into: memory) }
  }

  func damage(_ column: ColumnLayout.Column, _ window: UInt32) -> any Error {
    ArticleIndexError.damaged(
      path: path, detail: "column \(column.rawValue), chunk \(window)")
  }
}
