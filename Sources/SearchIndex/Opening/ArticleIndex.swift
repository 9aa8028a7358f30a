package import SQLite
internal import SearchModel

/// An open index file: the one door to SQLite.
///
/// Many readers and one writer share a file (WAL). A reader sees one consistent state per
/// ``read(_:)``; everything an answer holds comes from one such block.
package final class ArticleIndex: Sendable {
  package enum Access: Sendable { case readOnly, readWrite }

  package let path: String
  package let access: Access
  private let connection: SharedConnection
  private let file: WatchedFile
  /// Connections by which other cores take part in a query.
  let companions: [Companion]

  /// Opens `path`; with `.readWrite` it is made, folder and all, when missing.
  ///
  /// - Parameters:
  ///   - cores: How many may take part in a query of a large index.
  ///   - largeSize: In bytes; smaller files are read sooner by one core than by several.
  ///   - patience: How long a reader waits for a lock.
  ///   - sharing: Who may read what a writer makes.
  ///   - keepsLog: Whether a writer leaves the log's files, empty, beside the file.
  /// - Throws: ``ArticleIndexError`` saying what is wrong and what to do.
  package init(
    path: String, access: Access, cores: Int = 1, largeSize: Int = 1 << 28,
    patience: Duration = .seconds(5), sharing: IndexSharing = .owner, keepsLog: Bool = true
  ) throws {
    self.path = path
    self.access = access
    var opened = try ArticleIndexError.naming(path) {
      try SQLiteRequirement.check(path: path)
      return switch access {
      case .readOnly:
        try IndexConnection.openForReading(
          path, count: cores, whereLargerThan: largeSize, patience: patience)
      case .readWrite:
        [
          IndexConnection.Reading(
            connection: try IndexConnection.openForWriting(
              path, for: sharing, keepsLog: keepsLog), file: WatchedFile(locked: path))
        ]
      }
    }
    let first = opened.removeFirst()
    (connection, file) = (SharedConnection(first.connection), first.file)
    companions = try ArticleIndexError.naming(path) {
      try opened.map { try Companion($0.connection) }
    }
  }

  /// Those that a query over `database`, the one of a ``read(_:)``, may use.
  func connections(with database: Connection) -> [Connection] {
    [database] + companions.map(\.connection)
  }

  /// Runs `body` in one read transaction.
  ///
  /// - Throws: also what ``WatchedFile/holding(_:)`` does, when `body` is done.
  package func read<R>(_ body: (Connection) throws -> R) throws -> R {
    try ArticleIndexError.naming(path) {
      try connection.use { connection in
        for companion in companions { try companion.catchUp() }
        return try file.holding {
          try connection.transaction(.deferred) { try body(connection) }
        }
      }
    }
  }

  /// Pages read so far that another program had written; to be asked between reads.
  var unverifiedPages: Int {
    let own = try? connection.use { try $0.pageSeals()?.unverifiedPages }
    return companions.reduce(own.flatMap { $0 } ?? 0) { $0 + $1.unverifiedPages }
  }

  /// Runs `body` outside of any transaction: each statement sees the state of its own moment, and
  /// none holds back the writer's checkpoints.
  func readWithoutTransaction<R>(_ body: (Connection) throws -> R) throws -> R {
    try ArticleIndexError.naming(path) { try file.holding { try connection.use(body) } }
  }

  /// Runs `body` as the connection's only user, to let go of what it holds: whatever the file is like.
  func release(_ body: () -> Void) { connection.use { _ in body() } }

  /// Runs `body` on the writing connection, which opens its own transactions.
  func write<R>(_ body: (Connection) throws -> R) throws -> R {
    try ArticleIndexError.naming(path) { try connection.use(body) }
  }
}
