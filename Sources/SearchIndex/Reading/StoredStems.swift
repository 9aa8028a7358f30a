internal import SQLite
internal import SearchEngine

/// The count of stems as it is stored.
struct StoredStems {
  let database: Connection

  /// Nil when nothing was counted.
  func read() throws -> StemStatistics? {
    let place = try Statement(
      database, "SELECT rowid FROM column_chunk WHERE name = ? AND chunk = 0"
    ).first(.text(StemStatistics.columnName)) { $0.integer(0) }
    guard let place else { return nil }
    var buffer: MappedBuffer?
    let bytes = try BlobReader(database, table: "column_chunk", column: "data").read(place) {
      let made = MappedBuffer(byteCount: $0)
      buffer = made
      return made.start
    }
    return buffer.flatMap { StemStatistics($0, byteCount: bytes.count) }
  }

  /// False where what is stored is not what was counted.
  func isSound() throws -> Bool {
    let isThere: Int? = try database.value(
      "SELECT 1 FROM column_chunk WHERE name = ?", .text(StemStatistics.columnName))
    return try isThere == nil || read()?.isAsCounted == true
  }
}
