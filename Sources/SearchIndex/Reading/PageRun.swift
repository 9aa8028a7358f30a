internal import SQLite

/// Reads pages whose ids follow one another: a statement that stands at the last one read, from
/// which the next is a step and no search from the root of the table.
///
/// As long as it stands SQLite's read goes on: ``rest()`` ends it.
final class PageRun {
  private let statement: Statement
  /// The page that a step leads to; nil at rest.
  private(set) var next: Int64?

  init(_ database: Connection) throws {
    statement = try Statement(
      database, "SELECT id, block FROM article_fts_data WHERE id >= ?")
  }

  /// What `body` makes of the bytes of page `id`; nil when there is no such page.
  func read<R>(_ id: Int64, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R? {
    if next != id { statement.start(at: id) }
    next = nil
    guard try statement.step(), statement.integer(0) == id else {
      rest()
      return nil
    }
    next = id + 1
    return try body(UnsafeRawBufferPointer(statement.bytes(1)))
  }

  func rest() {
    statement.reset()
    next = nil
  }
}
