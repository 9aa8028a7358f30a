internal import FTS5Segments
internal import OperatingSystem
internal import SQLite
package import SearchEngine
package import SearchModel

/// Answers many requests at once, each on one core: a bounded number of readers over one set of what
/// they have read.
///
/// Who asks while all readers are at work waits for one, so that memory does not grow with those who
/// ask. May be called from any thread that may wait.
package final class ReaderPool: AnswerSource, @unchecked Sendable {
  /// One state of the file, by its name and by the number that one connection gives it.
  private struct Seen {
    var name: Int64?
    var version: Int64?
  }

  /// A connection with what it knows of the state that it saw last.
  private final class Reader {
    let connection: Connection
    var known: (seen: Seen, state: IndexState)?

    init(_ connection: Connection) {
      self.connection = connection
    }

    /// Who lets go of the pool need not be who asked last.
    deinit {
      connection.claim()
      known = nil
    }
  }

  /// Writers that commit while a reader finds its state's name are waited for so often.
  private static let mostTries = 4

  private let path: String
  private let patience: Duration
  private let limit: Int
  private let names: StateNames
  private let isFree = Condition()
  /// Under the condition's lock, as is the next.
  private var idle: [Reader] = []
  private var count = 0
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
    (names, idle) = try ArticleIndexError.naming(path) {
      try SQLiteRequirement.check(path: path)
      let first = try IndexConnection.openForReading(path, patience: patience).connection
      return (try StateNames(path: path, patience: patience), [Reader(first)])
    }
    count = 1
  }

  package func answer<R>(_ request: SearchRequest, _ body: (Answer) throws -> R) throws -> R {
    do {
      return try ArticleIndexError.naming(path) {
        let reader = try take()
        defer { give(reader) }
        return try Deadline.limiting([reader.connection], to: request.timeout) {
          try withState(of: reader) { try body(Answer(request: request, state: $0)) }
        }
      }
    } catch let error as SegmentError {
      throw ArticleIndexError.damaged(path: path, detail: error.description)
    }
  }

  // MARK: - Readers

  /// A reader that no one uses; waits until there is one.
  private func take() throws -> Reader {
    isFree.lock()
    while idle.isEmpty, count == limit { isFree.wait() }
    if let reader = idle.popLast() {
      isFree.unlock()
      reader.connection.claim()
      return reader
    }
    count += 1
    isFree.unlock()
    do {
      return Reader(try IndexConnection.openForReading(path, patience: patience).connection)
    } catch {
      isFree.lock()
      count -= 1
      isFree.signal()
      isFree.unlock()
      throw error
    }
  }

  private func give(_ reader: Reader) {
    isFree.lock()
    idle.append(reader)
    isFree.signal()
    isFree.unlock()
  }

  // MARK: - States

  /// Runs `body` in one read transaction, with the state that it sees.
  private func withState<R>(of reader: Reader, _ body: (IndexState) throws -> R) throws -> R {
    if let result = try atKnownState(of: reader, body) { return result }
    for isLast in (1...Self.mostTries).map({ $0 == Self.mostTries }) {
      let result = try reader.connection.transaction(.deferred) { () -> R? in
        let seen = try look(by: reader.connection)
        guard seen.name != nil || isLast else { return nil }
        return try body(state(of: reader, seen))
      }
      if let result { return result }
    }
    throw ArticleIndexError.busy(path: path, holder: "another process")
  }

  /// Runs `body` where no one has changed the file since the reader looked last, which is known
  /// without asking for the state's name: readers that meet no writer do not meet each other.
  private func atKnownState<R>(
    of reader: Reader, _ body: (IndexState) throws -> R
  ) throws -> R? {
    guard let known = reader.known else { return nil }
    return try reader.connection.transaction(.deferred) {
      guard try reader.connection.dataVersion() == known.seen.version else { return nil }
      return try body(known.state)
    }
  }

  /// What the transaction sees, by name; nil when a writer came between the looks.
  private func look(by connection: Connection) throws -> Seen {
    let before = try names.current()
    // The transaction's first read: from now on it sees one state.
    let version = try connection.dataVersion()
    return Seen(name: try before == names.current() ? before : nil, version: version)
  }

  /// - Parameter seen: Without a name: a state that no one else is known to see.
  private func state(of reader: Reader, _ seen: Seen) throws -> IndexState {
    // The statements of the old state go before new ones come.
    reader.known = nil
    let index = try SQLiteIndex(reader.connection)
    let state = IndexState(index, cache: seen.name.map { cache(of: $0, index) })
    try state.expectMoreQueries()
    if seen.name != nil { reader.known = (seen, state) }
    return state
  }

  private func cache(of name: Int64, _ index: SQLiteIndex) -> StateCache {
    let made = StateCache(of: index)
    return newest.withLock { newest in
      if let newest, newest.name == name { return newest.cache }
      // A reader may still be at an older state than others.
      if newest.map({ $0.name < name }) ?? true { newest = (name, made) }
      return made
    }
  }
}
