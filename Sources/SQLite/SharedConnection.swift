internal import OperatingSystem
internal import Synchronization

/// A connection that threads use in turn, each for the length of one block.
///
/// `@unchecked Sendable`: the connection is touched by the holder of the lock alone.
package final class SharedConnection: @unchecked Sendable {
  private let lock = Condition()
  private let connection: Connection
  /// The thread that is in a block, 0 for none.
  private let user = Atomic<UInt>(0)

  package init(_ connection: Connection) {
    self.connection = connection
  }

  /// Runs `body` as the only user; nothing of the connection's may outlive it unless it is used in
  /// such blocks alone.
  ///
  /// A block within a block of the same connection is a mistake.
  package func use<R>(_ body: (Connection) throws -> R) rethrows -> R {
    assert(
      user.load(ordering: .relaxed) != ThreadIdentity.current.value,
      "a block within a block would wait for itself")
    lock.lock()
    user.store(ThreadIdentity.current.value, ordering: .relaxed)
    defer {
      user.store(0, ordering: .relaxed)
      lock.unlock()
    }
    connection.claim()
    return try body(connection)
  }
}
