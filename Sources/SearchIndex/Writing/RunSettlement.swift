internal import SQLite

/// What only a whole run can tell of its articles: who is who, which are one story, the language of most,
/// the count of stems.
struct RunSettlement {
  private let database: Connection
  private let people: ArchivePeople
  private let stories: ArchiveStories
  private let sample: StemSample
  private let state: SettledState
  /// When the run began: what it changes itself ``stories`` knows.
  private let wasSettled: Bool

  init(
    _ database: Connection, _ people: ArchivePeople, _ stories: ArchiveStories, _ sample: StemSample
  ) throws {
    self.database = database
    self.people = people
    self.stories = stories
    self.sample = sample
    state = try SettledState(database)
    wasSettled = try state.isSettled()
  }

  /// Notes in the transaction of a batch that is not the last that it is still to be told.
  func leaveUnsettled() throws {
    people.forgetChunk()
    if people.hasWork { try state.set(isSettled: false) }
  }

  /// Tells it, in the transaction of the last batch.
  ///
  /// - Returns: how many articles of before the run have people of other names now, and how many that it
  ///   stored are near-copies.
  func settle() throws -> (renamed: Int, nearCopies: Int) {
    let isSettled = try state.isSettled()
    guard people.hasWork || !isSettled else { return (0, 0) }
    let renamed = try people.settle(all: !isSettled)
    let nearCopies = try stories.settle(all: !wasSettled)
    try DominantLanguage(database: database).store()
    try sample.apply(all: !isSettled)
    try state.set(isSettled: true)
    return (renamed, nearCopies)
  }
}

/// `meta.unsettled`: there while a run has not told yet what only a whole run can tell of the articles
/// that it stored.
final class SettledState {
  private let find: Statement
  private let set: Statement
  private let unset: Statement

  init(_ database: Connection) throws {
    find = try Statement(database, "SELECT 1 FROM meta WHERE key = 'unsettled'")
    set = try Statement(
      database,
      """
      INSERT OR REPLACE INTO meta(key, value) VALUES ('unsettled', 'people, stories, stems')
      """)
    unset = try Statement(database, "DELETE FROM meta WHERE key = 'unsettled'")
  }

  func isSettled() throws -> Bool { try find.first { _ in true } == nil }

  func set(isSettled: Bool) throws {
    if isSettled { try unset.run() } else { try set.run() }
  }
}
