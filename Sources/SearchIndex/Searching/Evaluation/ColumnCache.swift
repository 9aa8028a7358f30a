internal import GRDB
internal import IndexDefinition

/// The chunks of the packed columns (``ColumnLayout``) that queries have read, each checked once
/// and kept for as long as the index does not change.
///
/// Memory grows with the articles looked at: about 60 bytes each when every column was asked for.
final class ColumnCache {
  private let place: PreparedStatement
  private let reader: BlobReader
  private let memory = ColumnMemory()
  private let path: String
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
  func chunk(_ column: ColumnLayout.Column, _ window: UInt32) throws -> ColumnBytes {
    let (place, window) = (column.place, Int(window))
    if window < chunks[place].count, let known = chunks[place][window] { return known }
    let missing = max(0, window + 1 - chunks[place].count)
    chunks[place] += [ColumnBytes?](repeating: nil, count: missing)
    let chunk = try read(column, UInt32(window))
    chunks[place][window] = chunk
    return chunk
  }

  private func read(_ column: ColumnLayout.Column, _ window: UInt32) throws -> ColumnBytes {
    let rowid = try place.first(.text(column.rawValue), .integer(Int64(window))) { $0.integer(0) }
    let bytes = try rowid.map { try reader.read($0, into: piece(of:)) } ?? empty
    guard let chunk = ColumnBytes(UnsafeRawBufferPointer(bytes), isList: column.isList) else {
      throw damage(column, window)
    }
    return chunk
  }

  private func piece(of byteCount: Int) -> UnsafeMutableRawPointer {
    memory.piece(of: byteCount + ColumnBytes.padding)
  }

  private var empty: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(
      start: piece(of: ColumnBytes.emptySize), count: ColumnBytes.emptySize)
  }

  func damage(_ column: ColumnLayout.Column, _ window: UInt32) -> ArticleIndexError {
    .damaged(path: path, detail: "column \(column.rawValue), chunk \(window)")
  }
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
