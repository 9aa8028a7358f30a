internal import IndexDefinition
internal import NearCopies
internal import SQLite

/// Which articles of an index are one story: a function of all its articles, whatever way they came in.
///
/// A run notes which articles come, change and go; when it ends, ``settle(all:)`` finds the stories of these
/// anew, of those that shared a story with them, and of those that stand for others in a band because of them
/// or no longer do (``BandAnchors``).
final class ArchiveStories {
  /// Where more articles changed than this, and more than an eighth of all, it is quicker to look at all.
  private static let fewChanges = 4096

  private let database: Connection
  private let table: StoryTable
  private let columns: ColumnQueue
  private let sketches: SketchColumn
  private let dates: Statement
  /// Articles that this run stored.
  private var stored = RowIDSet()
  /// What articles were that changed or went.
  private var removed: [FormerArticle] = []
  /// Leads of stories that lost or changed an article.
  private var broken: Set<Int64> = []

  private struct FormerArticle {
    var version: StoryVersion
    var bands: [UInt32]
  }

  init(_ database: Connection) throws {
    self.database = database
    table = try StoryTable(database)
    columns = try ColumnQueue(database)
    sketches = try SketchColumn(database)
    dates = try Statement(database, "SELECT date FROM article WHERE id = ?")
  }

  func note(stored row: Int64) {
    stored.insert(row)
  }

  /// Notes that an article is about to go or change, which has this body.
  func forget(_ row: Int64, body: String) throws {
    try breakStory(of: row)
    if stored.contains(row) { return stored.remove(row) }
    let numbers = Sketch.numbers(of: body)
    guard numbers.count > Sketch.headCount else { return }
    removed.append(
      FormerArticle(
        version: StoryVersion(
          words: Sketch.words(numbers[0], numbers[1]),
          date: ColumnValues.date(try date(of: row))),
        bands: Array(numbers[Sketch.headCount...])))
  }

  private func date(of row: Int64) throws -> CalendarDate? {
    try dates.first(of: row) { $0.optionalText(0) }.flatMap { $0 }.flatMap(CalendarDate.init)
  }

  private func breakStory(of row: Int64) throws {
    if let lead = try table.lead(of: row) { broken.insert(lead) }
  }

  /// Finds stories, in the transaction of the last batch.
  ///
  /// - Parameter all: of all articles, whatever this run did.
  /// - Returns: how many of the articles that this run stored are near-copies of others that stand for
  ///   their stories.
  func settle(all: Bool) throws -> Int {
    let (found, before) = try all || hasMostChanged() ? everyStory() : changedStories()
    var changed = before.mapValues { _ in Int64(0) }
    let leads = try StoryLeads(database)
    var copies = 0
    for members in found {
      let lead = try leads.lead(of: members)
      copies += members.count { $0 != lead && stored.contains($0) }
      for member in members where changed[member] != lead {
        changed[member] = lead
        try table.set(member, lead: lead)
      }
    }
    try columns.setStories(changed.mapValues { UInt32(truncatingIfNeeded: $0) })
    return copies
  }

  private func hasMostChanged() throws -> Bool {
    let changes = stored.count + removed.count
    if try changes > Self.fewChanges && changes > sketches.articleCount() / 8 { return true }
    // The first run stores all.
    return try database.value("SELECT max(id) FROM article") == stored.count
  }

  /// - Returns: all stories, and by article the leads of before.
  private func everyStory() throws -> (found: [[Int64]], before: [Int64: Int64]) {
    let before = try table.all()
    try table.removeAll()
    return (try StoryFinder(database).allStories(), before)
  }

  private func changedStories() throws -> (found: [[Int64]], before: [Int64: Int64]) {
    var wanted = stored
    var before = try membersOfBroken()
    before.keys.forEach { wanted.insert($0) }
    var candidates = try candidates(of: wanted)
    let moves = candidates.anchors.moves()
    if !moves.promoted.isEmpty || !moves.displaced.isEmpty {
      for row in moves.displaced.union(moves.promoted) { try breakStory(of: row) }
      before = try membersOfBroken()
      before.keys.forEach { wanted.insert($0) }
      moves.promoted.forEach { wanted.insert($0) }
      candidates = try self.candidates(of: wanted)
    }
    for lead in broken { try table.remove(lead: lead) }
    let found = try StoryFinder(database).stories(
      of: candidates.wanted, among: candidates.others, candidates.anchors)
    return (found, before)
  }

  private func membersOfBroken() throws -> [Int64: Int64] {
    var members: [Int64: Int64] = [:]
    for lead in broken {
      for member in try table.members(of: lead) { members[member] = lead }
    }
    return members
  }

  // MARK: - Candidates

  /// Some articles, and all others that may be near-copies of one.
  private struct Candidates {
    var wanted: GatheredSketches
    var others = GatheredSketches()
    var anchors: BandAnchors
  }

  /// In one pass over all articles.
  private func candidates(of wanted: RowIDSet) throws -> Candidates {
    let gathered = try sketches.sketches(of: wanted)
    let words = Set(gathered.entries.map(\.version.words))
    var candidates = Candidates(
      wanted: gathered, anchors: BandAnchors(of: gathered.bands + removed.flatMap(\.bands)))
    for former in removed {
      former.bands.withUnsafeBufferPointer { _ = candidates.anchors.count($0) }
    }
    try sketches.forEach { row, sketch in
      let isAsked = candidates.anchors.count(sketch.bands) || words.contains(sketch.version.words)
      if isAsked, !wanted.contains(row) { candidates.others.add(row, sketch) }
    }
    if candidates.anchors.isCrowded { choose(&candidates) }
    return candidates
  }

  /// Which of them stand for others, before the run and after it.
  private func choose(_ candidates: inout Candidates) {
    for former in removed {
      let member = BandAnchors.Member(version: former.version, row: 0)
      former.bands.withUnsafeBufferPointer { candidates.anchors.add(member, $0, .before) }
    }
    for sketches in [candidates.wanted, candidates.others] {
      sketches.forEach { row, sketch in
        candidates.anchors.add(
          BandAnchors.Member(version: sketch.version, row: row), sketch.bands,
          stored.contains(row) ? .after : .always)
      }
    }
    candidates.anchors.seal()
  }
}
