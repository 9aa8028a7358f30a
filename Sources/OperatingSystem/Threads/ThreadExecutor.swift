/// Threads for work that waits: for files, for locks, for other processes.
///
/// A thread of Swift's own pool that waited would keep a core from everyone else.
///
///     try await withTaskExecutorPreference(threads) { try read() }
///
/// A thread is started when there is work and none is idle, up to a limit; with nothing to do for a
/// while it ends. Work begins in the order in which it came.
package final class ThreadExecutor: TaskExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var threads = 0
    var idle = 0
  }

  /// Parsers and plans recurse; 512 KB, the default of some systems, is little.
  private static let stackSize = 8 << 20
  private static let longestIdle = Duration.seconds(10)

  private let limit: Int
  private let hasWork = Condition()
  /// Touched by the holder of ``hasWork``'s lock alone.
  nonisolated(unsafe) private var state = State()

  /// - Parameter limit: The most threads at once.
  package init(limit: Int) {
    self.limit = limit
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    hasWork.lock()
    state.jobs.append(job)
    let isShort = state.idle < state.jobs.count && state.threads < limit
    if isShort { state.threads += 1 }
    hasWork.signal()
    hasWork.unlock()
    if isShort { startThread(stackSize: Self.stackSize) { self.work() } }
  }

  private func work() {
    while let job = next() { job.runSynchronously(on: asUnownedTaskExecutor()) }
  }

  /// The oldest job; nil, and one thread fewer, when none came for a while.
  private func next() -> UnownedJob? {
    hasWork.lock()
    defer { hasWork.unlock() }
    let end = ContinuousClock.now + Self.longestIdle
    state.idle += 1
    defer { state.idle -= 1 }
    while state.jobs.isEmpty {
      guard ContinuousClock.now < end else {
        state.threads -= 1
        return nil
      }
      hasWork.wait(atMost: Self.longestIdle)
    }
    return state.jobs.removeFirst()
  }
}

extension TaskExecutor {
  /// Runs `body`, which may wait, here, and comes back with what it gives.
  package func run<R>(_ body: () throws -> R) async throws -> R {
    try await withTaskExecutorPreference(self) { try body() }
  }
}
