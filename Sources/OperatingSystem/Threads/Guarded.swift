/// A value that threads touch in turn.
///
/// As the standard library's `Mutex`, but over a POSIX lock: ThreadSanitizer sees this one, and takes
/// what the other guards for unguarded.
///
/// `@unchecked Sendable`: the value is touched by the holder of the lock alone.
package final class Guarded<Value>: @unchecked Sendable {
  @usableFromInline let lock = Condition()
  @usableFromInline var value: Value

  @inlinable
  package init(_ value: sending Value) {
    self.value = value
  }

  /// Runs `body` as the only one that has the value; not to be called in such a block.
  @inlinable
  package func withLock<R>(_ body: (inout Value) throws -> R) rethrows -> R {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
