internal import OperatingSystem

/// A connection that threads use in turn, each for the length of one block.
///
/// `@unchecked Sendable`: the connection is touched by the holder of the lock alone.
package final class SharedConnection: @unchecked Sendable {
  private let lock = Condition()
  private let connection: Connection

  package init(_ connection: Connection) {
    self.connection = connection
  }

  /// Runs `body` as the only user; nothing of the connection's may outlive it unless it is used in
  /// such blocks alone.
  ///
  /// A block within a block of the same connection would wait for itself.
  package func use<R>(_ body: (Connection) throws -> R) rethrows -> R {
    lock.lock()
    defer { lock.unlock() }
    connection.claim()
    return try body(connection)
  }
}
