internal import FTS5Segments
internal import SQLite

/// The rows of `article_fts_data` and `article_fts_idx`, for the reader of segments.
///
/// Lives inside one read transaction.
final class SQLitePages: SegmentPages {
  /// Words that are read side by side have a run each, up to so many.
  private static let runLimit = 4

  private let database: Connection
  /// The one that was begun last comes last.
  private var runs: [PageRun] = []
  private let atOrBefore: Statement
  private let after: Statement

  init(_ database: Connection) throws {
    self.database = database
    atOrBefore = try Statement(
      database,
      """
      SELECT pgno FROM article_fts_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1
      """)
    after = try Statement(
      database,
      "SELECT pgno FROM article_fts_idx WHERE segid = ? AND term > ? ORDER BY term LIMIT 1")
  }

  func read(_ id: Int64, into page: PageBytes) throws -> Bool {
    try run(for: id).read(id) { page.fill(from: $0) } != nil
  }

  func rest() {
    for run in runs { run.rest() }
  }

  /// The run that stands before page `id`, else one at rest, else the one that was begun first.
  private func run(for id: Int64) throws -> PageRun {
    if let run = runs.first(where: { $0.next == id }) { return run }
    let resting = runs.firstIndex { $0.next == nil }
    if resting == nil, runs.count < Self.runLimit {
      runs.append(try PageRun(database))
    } else {
      runs.append(runs.remove(at: resting ?? 0))
    }
    return runs[runs.count - 1]
  }

  func pageNumber(segment: Int, atOrBefore term: UnsafeRawBufferPointer) throws -> Int64? {
    try number(atOrBefore, segment, term)
  }

  func pageNumber(segment: Int, after term: UnsafeRawBufferPointer) throws -> Int64? {
    try number(after, segment, term)
  }

  private func number(
    _ statement: Statement, _ segment: Int, _ term: UnsafeRawBufferPointer
  ) throws -> Int64? {
    try statement.first(.integer(Int64(segment)), .blob(Array(term))) { $0.integer(0) }
  }
}
