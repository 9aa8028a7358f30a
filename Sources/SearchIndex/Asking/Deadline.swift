internal import SQLite
internal import SearchModel

/// Ends a search when its time is over or its task is cancelled.
///
/// All that a search reads comes through SQLite, page by page and window by window, so SQLite's
/// progress handler is the one place that sees every kind of query go on. The time is for finding and
/// counting: that of handing on hits, to whoever may be slow to take them, is added to it.
package final class Deadline {
  /// SQLite's instructions between two looks at the clock; a page read takes about a dozen.
  private static let interval: Int32 = 200
  private let timeout: Duration?
  private var end: ContinuousClock.Instant?
  /// When the hit before was handed on.
  private var lastHit: ContinuousClock.Instant?
  /// The one that searches; a handler may run on another core, outside of it.
  private let task: UnsafeCurrentTask?

  private init(timeout: Duration?, since start: ContinuousClock.Instant, task: UnsafeCurrentTask?) {
    self.timeout = timeout
    end = timeout.map { start + $0 }
    self.task = task
  }

  /// Runs `body`, which reads by `connections` and no others.
  ///
  /// - Parameter start: When the search began.
  /// - Throws: ``SearchTimeout``; `CancellationError` when the task was cancelled.
  static func limiting<R>(
    _ connections: [Connection], to timeout: Duration?,
    since start: ContinuousClock.Instant = .now, _ body: (Deadline) throws -> R
  ) throws -> R {
    try withUnsafeCurrentTask { task in
      let deadline = Deadline(timeout: timeout, since: start, task: task)
      if deadline.isOver { throw deadline.reason }
      let observer = ProgressObserver { deadline.isOver }
      for connection in connections { connection.observe(observer, every: interval) }
      defer { for connection in connections { connection.observe(nil) } }
      do { return try body(deadline) } catch let error as SQLiteError where error.code == .interrupt
      {
        throw deadline.reason
      }
    }
  }

  /// Runs `body`, which hands on a hit; neither it counts nor what was read since the hit before.
  ///
  /// To be called while no other core searches.
  package func handOn(_ body: () throws -> Void) rethrows {
    let start = lastHit ?? .now
    try body()
    let now = ContinuousClock.now
    end? += now - start
    lastHit = now
  }

  private var isOver: Bool { hasPassed || task?.isCancelled ?? false }
  private var hasPassed: Bool { end.map { ContinuousClock.now >= $0 } ?? false }

  private var reason: any Error {
    if let timeout, hasPassed { SearchTimeout(timeout: timeout) } else { CancellationError() }
  }
}
