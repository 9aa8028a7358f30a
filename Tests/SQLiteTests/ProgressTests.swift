import Foundation
import SQLite
import Testing

/// Statements that are ended while they run.
struct ProgressTests {
  private static let endless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

  @Test func anObserverEndsWhatRuns() throws {
    let connection = try Connection.inMemory()
    var looks = 0
    let observer = ProgressObserver {
      looks += 1
      return looks == 100
    }
    connection.observe(observer, every: 50)
    let error = #expect(throws: SQLiteError.self) { _ = try connection.rows(Self.endless) }
    #expect(error?.code == .interrupt)
    #expect(looks == 100)
    connection.observe(nil)
    #expect(try connection.value("SELECT 1") == 1)
    #expect(looks == 100)
  }

  @Test func anotherThreadInterrupts() throws {
    let connection = try Connection.inMemory()
    nonisolated(unsafe) let shared = connection
    let thread = Thread {
      while !Thread.current.isCancelled {
        usleep(2000)
        shared.interrupt()
      }
    }
    thread.start()
    let error = #expect(throws: SQLiteError.self) { _ = try connection.rows(Self.endless) }
    #expect(error?.code == .interrupt)
    thread.cancel()
    while !thread.isFinished { usleep(1000) }
  }
}
