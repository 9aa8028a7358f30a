/// Tells one thread of the process from another, while both live.
package struct ThreadIdentity: Sendable, Equatable {
  /// Never 0.
  package let value: UInt

  /// The calling thread.
  package static var current: ThreadIdentity {
    #if canImport(Darwin)
      ThreadIdentity(value: UInt(bitPattern: pthread_self()))
    #else
      ThreadIdentity(value: pthread_self())
    #endif
  }
}
