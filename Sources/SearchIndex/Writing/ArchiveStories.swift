internal import IndexDefinition
internal import SQLite

/// Which articles of an index are one story: a function of all its articles, whatever way they came in.
///
/// A run notes which articles come, change and go; when it ends, ``settle(all:)`` finds the stories of these
/// anew, and of those that shared a story with them.
final class ArchiveStories {
  private let database: Connection
  private let table: StoryTable
  private let columns: ColumnQueue
  /// Articles that this run stored.
  private var stored = RowIDSet()
  /// Leads of stories that lost or changed an article.
  private var broken: Set<Int64> = []

  init(_ database: Connection) throws {
    self.database = database
    table = try StoryTable(database)
    columns = try ColumnQueue(database)
  }

  func note(stored row: Int64) {
    stored.insert(row)
  }

  /// Notes that an article goes or changes.
  func forget(_ row: Int64) throws {
    stored.remove(row)
    if let lead = try table.lead(of: row) { broken.insert(lead) }
  }

  /// Finds stories, in the transaction of the last batch.
  ///
  /// - Parameter all: of all articles, whatever this run did.
  /// - Returns: how many of the articles that this run stored are near-copies of others that stand for
  ///   their stories.
  func settle(all: Bool) throws -> Int {
    let before = try all ? table.all() : membersOfBroken()
    if all { try table.removeAll() } else { for lead in broken { try table.remove(lead: lead) } }
    let wanted = stored
    let found = try StoryFinder(database, stories: all ? nil : table).stories {
      all || wanted.contains($0) || before[$0] != nil
    }
    var changed = before.mapValues { _ in Int64(0) }
    let leads = try StoryLeads(database)
    var copies = 0
    for members in found {
      let lead = try leads.lead(of: members)
      copies += members.count { $0 != lead && wanted.contains($0) }
      for member in members {
        changed[member] = lead
        try table.set(member, lead: lead)
      }
    }
    try columns.setStories(changed.mapValues { UInt32(truncatingIfNeeded: $0) })
    return copies
  }

  private func membersOfBroken() throws -> [Int64: Int64] {
    var members: [Int64: Int64] = [:]
    for lead in broken {
      for member in try table.members(of: lead) { members[member] = lead }
    }
    return members
  }
}

/// Chooses the article that stands for a story: the earliest, then that of the lowest id and path.
struct StoryLeads {
  private struct Place: Comparable {
    var date: String
    var moment: String
    var id: String
    var path: String
    var row: Int64

    static func < (left: Place, right: Place) -> Bool {
      (left.date, left.moment, left.id, left.path, left.row)
        < (right.date, right.moment, right.id, right.path, right.row)
    }
  }

  /// Behind every date and time.
  private static let none = "\u{7E}"
  private let article: Statement

  init(_ database: Connection) throws {
    article = try Statement(
      database, "SELECT date, published_at, external_id, path FROM article WHERE id = ?")
  }

  func lead(of members: [Int64]) throws -> Int64 {
    let places = try members.compactMap { row in
      try article.first(of: row) {
        Place(
          date: $0.optionalText(0) ?? Self.none, moment: $0.optionalText(1) ?? Self.none,
          id: $0.text(2), path: $0.text(3), row: row)
      }
    }
    return places.min()?.row ?? members[0]
  }
}
