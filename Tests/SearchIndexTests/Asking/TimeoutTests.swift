import SearchEngine
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

  @Test func handingHitsOnTakesNoTime() throws {
    try withSearcher(articles) { searcher, _ in
      let slow = request("harbour") {
        $0.timeout = .milliseconds(400)
        $0.limit = 50
      }
      var hits = 0
      _ = try searcher.stream(slow) { _ in
        hits += 1
        Self.wait(.milliseconds(20))
      }
      #expect(hits == 50)
    }
  }

  @Test func whatIsFoundBehindHitsIsFoundInTime() throws {
    try withSearcher(articles) { searcher, _ in
      let slow = request("harbour") { $0.timeout = .milliseconds(200) }
      #expect(throws: SearchTimeout(timeout: .milliseconds(200))) {
        try searcher.answer(slow) { execution, deadline in
          deadline.handOn { Self.wait(.milliseconds(300)) }
          Self.wait(.milliseconds(300))
          return try execution.results()
        }
      }
    }
  }

  private static func wait(_ time: Duration) {
    let end = ContinuousClock.now + time
    while ContinuousClock.now < end {}
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
