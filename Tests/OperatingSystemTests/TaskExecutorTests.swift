import OperatingSystem
import Testing

/// Where async work runs that may wait.
struct TaskExecutorTests {
  private struct Failure: Error {}

  @Test func workRunsOnTheThreadThatCalls() async throws {
    let threads: [ThreadIdentity] = await withCheckedContinuation { continuation in
      startThread(stackSize: 1 << 20) {
        let caller = ThreadIdentity.current
        let inside = try? CallingThread.run {
          await Task.yield()
          return ThreadIdentity.current
        }
        continuation.resume(returning: [caller, inside].compactMap { $0 })
      }
    }
    #expect(threads.count == 2 && threads[0] == threads[1])
  }

  @Test func workComesBackToTheThreadThatCalls() async {
    let threads = ThreadExecutor(limit: 1)
    let (caller, elsewhere, back): (ThreadIdentity, ThreadIdentity?, ThreadIdentity?) =
      await withCheckedContinuation { continuation in
        startThread(stackSize: 1 << 20) {
          let identities = try? CallingThread.run {
            (try await threads.run { ThreadIdentity.current }, ThreadIdentity.current)
          }
          continuation.resume(returning: (.current, identities?.0, identities?.1))
        }
      }
    #expect(back == caller && elsewhere != nil && elsewhere != caller)
  }

  @Test func theErrorOfTheWorkIsThrown() async {
    let isThrown = await withCheckedContinuation { continuation in
      startThread(stackSize: 1 << 20) {
        do { try CallingThread.run { throw Failure() } } catch {
          continuation.resume(returning: error is Failure)
        }
      }
    }
    #expect(isThrown)
  }

  @Test func noMoreThreadsThanTheLimitWorkAtOnce() async throws {
    let threads = ThreadExecutor(limit: 3)
    let count = Guarded((now: 0, most: 0))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<20 {
        group.addTask {
          try await threads.run {
            count.withLock {
              $0.now += 1
              $0.most = max($0.most, $0.now)
            }
            usleep(5_000)
            count.withLock { $0.now -= 1 }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(count.withLock { $0.most } <= 3)
    #expect(count.withLock { $0.now } == 0)
  }

  @Test func aTaskThatWasCancelledIsSoThereToo() async throws {
    let threads = ThreadExecutor(limit: 1)
    let task = Task { try await threads.run { Task.isCancelled } }
    task.cancel()
    _ = try await task.value
    let isCancelled = try await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await threads.run { Task.isCancelled }
    }.value
    #expect(isCancelled)
  }
}
