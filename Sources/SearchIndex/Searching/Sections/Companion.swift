internal import GRDB

/// A further connection to an index, by which another core reads what the first one does.
///
/// Used within a read of the first connection alone, of which there is one at a time.
final class Companion: @unchecked Sendable {
  private let queue: DatabaseQueue
  /// To watch the time of what runs on it.
  let connection: OpaquePointer
  /// `PRAGMA data_version` of this connection as it was before the first connection's present
  /// transaction began; nil once it was another in that transaction.
  private var version: Int64?

  init(_ queue: DatabaseQueue) throws {
    self.queue = queue
    connection = try queue.unsafeRead { try PreparedStatement.connection(of: $0) }
    version = try queue.unsafeRead { try Self.version(of: $0) }
  }

  /// To be called before each of the first connection's transactions.
  func catchUp() throws {
    if version == nil { version = try queue.unsafeRead { try Self.version(of: $0) } }
  }

  /// Runs `body` in a read transaction; with nil when that may not show what the first connection's
  /// does.
  ///
  /// Both show the same state of the file when no one has changed it since this connection looked
  /// last: the first one's transaction began in between. Where someone has, nothing more can be told
  /// until the first one's next.
  func read<R>(_ body: (Database?) throws -> R) throws -> R {
    guard version != nil else { return try body(nil) }
    return try queue.read { database in
      if try Self.version(of: database) != version { version = nil }
      return try body(version == nil ? nil : database)
    }
  }

  /// Changes when another connection has changed the file; nil while the file is locked, for which
  /// no query is to wait that could do without.
  private static func version(of database: Database) throws -> Int64? {
    do {
      return try Int64.fetchOne(database, sql: "PRAGMA data_version")
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      return nil
    }
  }
}
