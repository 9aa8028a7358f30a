internal import GRDB
internal import IndexDefinition

/// The chunks of the packed columns (``ColumnLayout``) that queries have read, each checked once
/// and kept for as long as the index does not change.
///
/// Memory grows with the articles looked at: about 40 bytes each when every column was asked for.
final class ColumnCache {
  private let statement: PreparedStatement
  private let path: String
  /// By column and window.
  private var chunks = [[ColumnBytes?]](repeating: [], count: ColumnLayout.Column.allCases.count)

  /// Lives no longer than the connection.
  init(_ database: Database) throws {
    statement = try PreparedStatement(
      database, "SELECT data FROM column_chunk WHERE name = ? AND chunk = ?")
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
