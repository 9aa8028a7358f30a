internal import GRDB

/// A further connection to an index, by which another core reads what the first one does.
///
/// Used within a read of the first connection alone, of which there is one at a time.
final class Companion: @unchecked Sendable {
  private let queue: DatabaseQueue
  /// To watch the time of what runs on it.
  let connection: OpaquePointer
  /// `PRAGMA data_version` of this connection, read last before the first connection's present
  /// transaction began.
  private var version: Int64?

  init(_ queue: DatabaseQueue) throws {
    self.queue = queue
    (connection, version) = try queue.unsafeRead { database in
      (try PreparedStatement.connection(of: database), try Self.version(database))
    }
  }

  /// Runs `body` in a read transaction; with nil when that may not show what the first connection's
  /// does.
  ///
  /// Both show the same state of the file when no one has changed it since this connection looked
  /// last: the first one's transaction began in between.
  func read<R>(_ body: (Database?) throws -> R) throws -> R {
    try queue.read { database in
      let present = try Self.version(database)
      let isUnchanged = present == version
      version = present
      return try body(isUnchanged ? database : nil)
    }
  }

  /// Changes when another connection has changed the file.
  private static func version(_ database: Database) throws -> Int64? {
    try Int64.fetchOne(database, sql: "PRAGMA data_version")
  }
}
