internal import SQLite

/// A further connection to an index, by which another core reads what the first one does.
///
/// `@unchecked Sendable`: used within a read of the first connection alone, of which there is one at
/// a time.
final class Companion: @unchecked Sendable {
  /// Claimed by whatever core reads by it.
  let connection: Connection
  /// `PRAGMA data_version` of this connection as it was before the first connection's present
  /// transaction began; nil once it was another in that transaction.
  private var version: Int64?

  init(_ connection: Connection) throws {
    self.connection = connection
    connection.claim()
    version = try Self.version(of: connection)
  }

  /// Pages read so far that another program had written.
  var unverifiedPages: Int { (try? connection.pageSeals())??.unverifiedPages ?? 0 }

  /// To be called before each of the first connection's transactions.
  func catchUp() throws {
    connection.claim()
    if version == nil { version = try Self.version(of: connection) }
  }

  /// Runs `body` in a read transaction; with nil when that may not show what the first connection's
  /// does.
  ///
  /// Both show the same state of the file when no one has changed it since this connection looked
  /// last: the first one's transaction began in between. Where someone has, nothing more can be told
  /// until the first one's next.
  func read<R>(_ body: (Connection?) throws -> R) throws -> R {
    guard version != nil else { return try body(nil) }
    return try connection.transaction(.deferred) {
      if try Self.version(of: connection) != version { version = nil }
      return try body(version == nil ? nil : connection)
    }
  }

  /// Changes when another connection has changed the file; nil while the file is locked, for which
  /// no query is to wait that could do without.
  private static func version(of connection: Connection) throws -> Int64? {
    do {
      return try connection.dataVersion()
    } catch  where error.code == .busy {
      return nil
    }
  }
}
