/// Runs async work on the thread that calls, which waits for its end: a command's `main` needs no
/// other thread, and starts none.
///
///     try CallingThread.run { try await answer() }
///
/// What the work awaits may go on elsewhere; ``current`` is the executor that brings it here. The thread may be blocked by the work: it is none of
/// Swift's pool, unless `run` is called from async code, which is not what it is for.
package final class CallingThread: TaskExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var hasEnded = false
  }

  private let hasChanged = Condition()
  /// Touched by the holder of ``hasChanged``'s lock alone.
  nonisolated(unsafe) private var state = State()

  /// The thread that the task's work was called on; nil where no one waits for it.
  @TaskLocal package static var current: CallingThread?

  private init() {}

  package static func run<R>(_ body: @escaping () async throws -> R) throws -> R {
    let thread = CallingThread()
    // Both are touched by this thread alone, in turn.
    nonisolated(unsafe) let body = body
    nonisolated(unsafe) var result: Result<R, any Error>?
    Task(executorPreference: thread) {
      do {
        result = .success(try await $current.withValue(thread, operation: body))
      } catch {
        result = .failure(error)
      }
      thread.end()
    }
    while let job = thread.next() { job.runSynchronously(on: thread.asUnownedTaskExecutor()) }
    guard let result else { preconditionFailure("the work has not ended") }
    return try result.get()
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    hasChanged.lock()
    state.jobs.append(job)
    hasChanged.signal()
    hasChanged.unlock()
  }

  private func end() {
    hasChanged.lock()
    state.hasEnded = true
    hasChanged.signal()
    hasChanged.unlock()
  }

  /// The oldest job; nil when the work has ended.
  private func next() -> UnownedJob? {
    hasChanged.lock()
    defer { hasChanged.unlock() }
    while state.jobs.isEmpty {
      if state.hasEnded { return nil }
      hasChanged.wait()
    }
    return state.jobs.removeFirst()
  }
}
