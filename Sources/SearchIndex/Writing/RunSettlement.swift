internal import SQLite

/// What only a whole run can tell of its articles: who is who, the language of most, the count of stems.
struct RunSettlement {
  private let database: Connection
  private let people: ArchivePeople
  private let sample: StemSample
  private let state: SettledState

  init(_ database: Connection, _ people: ArchivePeople, _ sample: StemSample) throws {
    self.database = database
    self.people = people
    self.sample = sample
    state = try SettledState(database)
  }

  /// Notes in the transaction of a batch that is not the last that it is still to be told.
  func leaveUnsettled() throws {
    people.forgetChunk()
    if people.hasWork { try state.set(isSettled: false) }
  }

  /// Tells it, in the transaction of the last batch.
  ///
  /// - Returns: how many articles of before the run have people of other names now.
  func settle() throws -> Int {
    let isSettled = try state.isSettled()
    guard people.hasWork || !isSettled else { return 0 }
    let renamed = try people.settle(all: !isSettled)
    try DominantLanguage(database: database).store()
    try sample.apply(all: !isSettled)
    try state.set(isSettled: true)
    return renamed
  }
}

/// `meta.unsettled`: there while a run has not told yet what only a whole run can tell of the articles
/// that it stored.
private final class SettledState {
  private let find: Statement
  private let set: Statement
  private let unset: Statement

  init(_ database: Connection) throws {
    find = try Statement(database, "SELECT 1 FROM meta WHERE key = 'unsettled'")
    set = try Statement(
      database, "INSERT OR REPLACE INTO meta(key, value) VALUES ('unsettled', 'people, stems')")
    unset = try Statement(database, "DELETE FROM meta WHERE key = 'unsettled'")
  }

  func isSettled() throws -> Bool { try find.first { _ in true } == nil }

  func set(isSettled: Bool) throws {
    if isSettled { try unset.run() } else { try set.run() }
  }
}
