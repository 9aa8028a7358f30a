public import GRDB
package import IndexDefinition

/// An open index file: the one door to SQLite.
///
/// Many readers and one writer share a file (WAL). A reader sees one consistent state per
/// ``read(_:)``; everything an answer holds comes from one such block.
package final class ArticleIndex: Sendable {
  package enum Access: Sendable { case readOnly, readWrite }

  package let path: String
  package let access: Access
  private let database: any DatabaseReader & Sendable

  /// Opens `path`; with `.readWrite` it is made, folder and all, when missing.
  ///
  /// - Throws: ``ArticleIndexError`` saying what is wrong and what to do.
  package init(path: String, access: Access) throws {
    self.path = path
    self.access = access
    database = try DatabaseQueue(path: path)
  }

  /// Runs `body` in one read transaction.
  package func read<R>(_ body: (Database) throws -> R) throws -> R {
    try database.read(body)
  }
}
