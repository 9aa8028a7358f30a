import SearchIndex
import SearchModel
import Testing

struct TimeoutTests {
  private let articles = (1...50).map { article($0, "Harbour \($0)", "Workers walk out again.") }

  @Test func aSearchThatTakesTooLongIsAnErrorAndNotAPart() throws {
    try withSearcher(articles) { searcher, _ in
      let late = request("harbour") { $0.timeout = .nanoseconds(1) }
      #expect(throws: SearchTimeout(timeout: .nanoseconds(1))) { try searcher.search(late) }
      // The connection is as good as before.
      let total = try searcher.search(request("harbour") { $0.timeout = .seconds(60) }).total
      #expect(total == 50)
    }
  }

  @Test func aStreamEndsWhenItsTimeIsOver() throws {
    try withSearcher(articles) { searcher, _ in
      let slow = request("harbour") {
        $0.timeout = .milliseconds(50)
        $0.limit = 50
      }
      var hits = 0
      #expect(throws: SearchTimeout.self) {
        try searcher.stream(slow) { _ in
          hits += 1
          let end = ContinuousClock.now + .milliseconds(20)
          while ContinuousClock.now < end {}
        }
      }
      #expect(hits < 50)
    }
  }

  @Test func aCancelledTaskEndsItsSearch() async throws {
    let searcher = try withSearcher(articles) { searcher, _ in searcher }
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try searcher.search(request("harbour")).total
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
