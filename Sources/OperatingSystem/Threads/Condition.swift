/// A lock, and a place to wait for what is guarded by it to change.
///
/// `@unchecked Sendable`: the two POSIX objects inside are made to be shared, and never move.
package final class Condition: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  package init() {
    mutex.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    let status = pthread_mutex_destroy(mutex)
    assert(status == 0, "ended while a thread has the lock")
    condition.deallocate()
    mutex.deallocate()
  }

  /// Waits until no other thread has the lock; not to be called by the one that has it.
  package func lock() {
    let status = pthread_mutex_lock(mutex)
    assert(status == 0, "locked twice by one thread, or after its end")
  }

  /// Lets the next thread in.
  package func unlock() {
    let status = pthread_mutex_unlock(mutex)
    assert(status == 0, "unlocked by a thread that has not locked it")
  }

  /// Gives the lock away until woken, and has it again on return.
  ///
  /// To be called in a loop that looks at what is waited for: a thread may wake without cause.
  package func wait() { pthread_cond_wait(condition, mutex) }

  /// As ``wait()``, but no longer than `time`, as the system's clock has it.
  package func wait(atMost time: Duration) {
    var end = timespec()
    clock_gettime(CLOCK_REALTIME, &end)
    let (seconds, attoseconds) = time.components
    let nanoseconds = Int(end.tv_nsec) + Int(attoseconds / 1_000_000_000)
    end.tv_sec += Int(seconds) + nanoseconds / 1_000_000_000
    end.tv_nsec = nanoseconds % 1_000_000_000
    pthread_cond_timedwait(condition, mutex, &end)
  }

  /// Wakes one thread that waits.
  package func signal() { pthread_cond_signal(condition) }

  /// Wakes all threads that wait.
  package func broadcast() { pthread_cond_broadcast(condition) }
}
