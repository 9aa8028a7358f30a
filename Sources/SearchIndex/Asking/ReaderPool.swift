internal import OperatingSystem
internal import SQLite
package import SearchEngine
package import SearchModel

/// Answers many requests at once, each on one core: a bounded number of readers over one set of what
/// they have read of the newest state.
///
/// Who asks while all readers are at work waits for one, in the request's time, so that memory does
/// not grow with those who ask. May be called from any thread that may wait.
///
/// `@unchecked Sendable`: ``idle`` and ``count`` are touched under the lock of ``isFree``, a reader by
/// whoever has taken it.
package final class ReaderPool: AnswerSource, @unchecked Sendable {
  /// A connection with what it knows of the state that it saw last.
  private final class Reader {
    let connection: Connection
    var known: Known?

    init(_ connection: Connection) {
      self.connection = connection
    }

    /// The statements go back to the connection, by whatever thread has the reader now.
    func forget() {
      connection.claim()
      known = nil
    }

    deinit { forget() }
  }

  /// One state of the file, by its name and by the number that the reader's own connection gives it.
  private struct Known {
    var name: Int64
    var version: Int64?
    var state: IndexState
  }

  /// Writers that commit while a reader finds its state's name are waited for so often.
  private static let mostTries = 4
  /// How long a caller waits for a reader before it looks whether it was cancelled.
  private static let interval = Duration.milliseconds(100)

  private let path: String
  private let patience: Duration
  private let limit: Int
  private let names: StateNames
  private let isFree = Condition()
  private var idle: [Reader] = []
  private var count = 0
  /// The most pages that a reader met which another program had written.
  private let unverified = Guarded(0)
  /// What was read of the newest state.
  private let newest = Guarded<(name: Int64, cache: StateCache)?>(nil)

  /// - Parameters:
  ///   - readers: How many requests are answered at once; nil: two a core, so that one that waits
  ///     for a lock or is put aside by the system leaves its core to another.
  ///   - patience: How long a reader waits for a lock.
  /// - Throws: ``ArticleIndexError``.
  package init(path: String, readers: Int? = nil, patience: Duration = .seconds(5)) throws {
    self.path = path
    self.patience = patience
    limit = max(1, readers ?? 2 * Environment.coreCount)
    names = try ArticleIndexError.naming(path) {
      try SQLiteRequirement.check(path: path)
      return try StateNames(path: path, patience: patience)
    }
  }

  package func answer<R>(
    _ request: SearchRequest, _ body: (QueryExecution, Deadline) throws -> R
  ) throws -> R {
    let start = ContinuousClock.now
    return try ArticleIndexError.naming(path) {
      let reader = try take(waitingFor: request.timeout, since: start)
      defer { give(reader) }
      return try names.watched.holding {
        try Deadline.limiting([reader.connection], to: request.timeout, since: start) {
          deadline in
          try withState(of: reader) {
            try body(QueryExecution(request: request, state: $0), deadline)
          }
        }
      }
    }
  }

  package var unverifiedPages: Int { unverified.withLock { $0 } }

  // MARK: - Readers

  /// A reader that no one uses.
  ///
  /// - Throws: ``SearchTimeout``; `CancellationError` when the task was cancelled.
  private func take(
    waitingFor timeout: Duration?, since start: ContinuousClock.Instant
  ) throws -> Reader {
    isFree.lock()
    while idle.isEmpty, count == limit {
      if let timeout, ContinuousClock.now - start >= timeout {
        isFree.unlock()
        throw SearchTimeout(timeout: timeout)
      }
      if Task.isCancelled {
        isFree.unlock()
        throw CancellationError()
      }
      isFree.wait(atMost: min(Self.interval, timeout ?? Self.interval))
    }
    if let reader = idle.popLast() {
      isFree.unlock()
      reader.connection.claim()
      return reader
    }
    count += 1
    isFree.unlock()
    return try another()
  }

  private func another() throws -> Reader {
    do {
      return Reader(try names.connection(patience: patience))
    } catch {
      isFree.lock()
      count -= 1
      isFree.signal()
      isFree.unlock()
      throw error
    }
  }

  private func give(_ reader: Reader) {
    let pages = (try? reader.connection.pageSeals())??.unverifiedPages ?? 0
    if pages > 0 { unverified.withLock { $0 = max($0, pages) } }
    isFree.lock()
    idle.append(reader)
    isFree.signal()
    isFree.unlock()
  }

  // MARK: - States

  /// Runs `body` in one read transaction, with the state that it sees.
  private func withState<R>(of reader: Reader, _ body: (IndexState) throws -> R) throws -> R {
    if let result = try atKnownState(of: reader, body) { return result }
    for _ in 1...Self.mostTries {
      if let result = try atNamedState(of: reader, body) { return result }
    }
    return try reader.connection.transaction(.deferred) {
      try body(newState(of: reader) { _ in nil })
    }
  }

  /// Runs `body` where no one has changed the file since the reader looked last, which is known
  /// without asking for the state's name: readers that meet no writer do not meet each other.
  private func atKnownState<R>(
    of reader: Reader, _ body: (IndexState) throws -> R
  ) throws -> R? {
    guard let known = reader.known else { return nil }
    return try reader.connection.transaction(.deferred) {
      guard try reader.connection.dataVersion() == known.version else { return nil }
      return try body(known.state)
    }
  }

  /// Runs `body` with what the transaction sees by name; nil when a writer came between the looks.
  private func atNamedState<R>(
    of reader: Reader, _ body: (IndexState) throws -> R
  ) throws -> R? {
    let before = try names.current()
    return try reader.connection.transaction(.deferred) {
      // The transaction's first read: from now on it sees one state.
      let version = try reader.connection.dataVersion()
      guard let name = before, try names.current() == name else { return nil }
      let state = try newState(of: reader) { cache(of: name, $0) }
      reader.known = Known(name: name, version: version, state: state)
      return try body(state)
    }
  }

  /// - Parameter cache: What others have read of it; nil for a state that no one else is known to see.
  private func newState(
    of reader: Reader, _ cache: (SQLiteIndex) -> StateCache?
  ) throws -> IndexState {
    // The statements of the old state go before new ones come.
    reader.known = nil
    let index = try SQLiteIndex(reader.connection)
    let state = IndexState(index, cache: cache(index))
    try state.expectMoreQueries()
    return state
  }

  private func cache(of name: Int64, _ index: SQLiteIndex) -> StateCache {
    let (cache, isNewest) = newest.withLock { newest in
      if let newest, newest.name == name { return (newest.cache, false) }
      let made = StateCache(of: index)
      // A reader may still be at an older state than others.
      let isNewest = newest.map { $0.name < name } ?? true
      if isNewest { newest = (name, made) }
      return (made, isNewest)
    }
    if isNewest { forgetStates(before: name) }
    return cache
  }

  /// Idle readers let go of older states, of which no one else may be asked again.
  private func forgetStates(before name: Int64) {
    isFree.lock()
    for reader in idle where reader.known.map({ $0.name < name }) ?? false { reader.forget() }
    isFree.unlock()
  }
}
