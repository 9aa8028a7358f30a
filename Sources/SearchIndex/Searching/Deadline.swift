internal import GRDB
internal import GRDBSQLite

/// A search that took longer than it was given; nothing of it was counted.
package struct SearchTimeout: Error, Sendable, Equatable, CustomStringConvertible {
  package let timeout: Duration

  package init(timeout: Duration) {
    self.timeout = timeout
  }

  package var description: String {
    "the query took longer than \(timeout / .seconds(1)) seconds and was given up: give it more "
      + "with --timeout, narrow it, or count less with --facet none"
  }
}

/// Ends a search when its time is over or its task is cancelled.
///
/// All that a search reads comes through SQLite, page by page and window by window, so SQLite's
/// progress handler is the one place that sees every kind of query go on.
final class Deadline {
  /// SQLite's instructions between two looks at the clock; a page read takes about a dozen.
  private static let interval: Int32 = 200
  private let end: ContinuousClock.Instant?
  /// The one that searches; a handler may run on another core, outside of it.
  private let task: UnsafeCurrentTask?

  private init(timeout: Duration?, task: UnsafeCurrentTask?) {
    end = timeout.map { ContinuousClock.now + $0 }
    self.task = task
  }

  /// Runs `body`, which reads by `connections` and no others.
  ///
  /// - Throws: ``SearchTimeout``; `CancellationError` when the task was cancelled.
  static func limiting<R>(
    _ connections: [OpaquePointer], to timeout: Duration?, _ body: () throws -> R
  ) throws -> R {
    try withUnsafeCurrentTask { task in
      let deadline = Deadline(timeout: timeout, task: task)
      for connection in connections { deadline.watch(connection) }
      defer { for connection in connections { sqlite3_progress_handler(connection, 0, nil, nil) } }
      do {
        if deadline.isOver { throw DatabaseError(resultCode: .SQLITE_INTERRUPT) }
        return try withExtendedLifetime(deadline) { try body() }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
        guard let timeout, deadline.hasPassed else { throw CancellationError() }
        throw SearchTimeout(timeout: timeout)
      }
    }
  }

  private func watch(_ connection: OpaquePointer) {
    sqlite3_progress_handler(
      connection, Self.interval,
      { context in
        guard let context else { return 0 }
        return Unmanaged<Deadline>.fromOpaque(context).takeUnretainedValue().isOver ? 1 : 0
      },
      Unmanaged.passUnretained(self).toOpaque())
  }

  private var isOver: Bool { hasPassed || task?.isCancelled ?? false }
  private var hasPassed: Bool { end.map { ContinuousClock.now >= $0 } ?? false }
}
