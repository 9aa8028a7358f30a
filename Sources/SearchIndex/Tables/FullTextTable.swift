internal import FTS5Segments
internal import SQLite

/// What a batch changes in `article_fts`, applied by ascending row id.
///
/// FTS5 closes a segment at every backward step, so changes wait here until the batch ends. An
/// external-content table forgets a row only when told its exact old text, which is therefore
/// read before `article` changes. FTS5 is never queried on this connection meanwhile (SQLite
/// 3.40 then reports a malformed image); rows of `article_fts_docsize` may be read.
final class FullTextQueue {
  /// The text of one row as FTS5 sees it.
  struct Text: Equatable {
    var title: String
    var body: String
    var bigrams: String?
    var joined: String?

    /// Of the article itself.
    var textBytes: Int { title.utf8.count + body.utf8.count }
    var byteCount: Int { textBytes + (bigrams?.utf8.count ?? 0) + (joined?.utf8.count ?? 0) }

    /// Byte for byte; `==` of strings takes canonical equivalents for equal, FTS5 does not.
    static func == (left: Text, right: Text) -> Bool {
      left.title.utf8.elementsEqual(right.title.utf8)
        && left.body.utf8.elementsEqual(right.body.utf8)
        && (left.bigrams ?? "").utf8.elementsEqual((right.bigrams ?? "").utf8)
        && (left.joined ?? "").utf8.elementsEqual((right.joined ?? "").utf8)
    }
  }

  private struct Change {
    var id: Int64
    var old: Text?
    var new: Text?
  }

  private var changes: [Change] = []
  private let insert: Statement
  private let delete: Statement
  private let size: Statement

  init(_ database: Connection) throws {
    insert = try Statement(
      database,
      "INSERT INTO article_fts(rowid, title, body, bigrams, joined) VALUES (?, ?, ?, ?, ?)")
    delete = try Statement(
      database,
      """
      INSERT INTO article_fts(article_fts, rowid, title, body, bigrams, joined)
      VALUES ('delete', ?, ?, ?, ?, ?)
      """)
    size = try Statement(database, "SELECT sz FROM article_fts_docsize WHERE id = ?")
  }

  /// Replaces `old` (nil: a new row) by `new` (nil: the row goes).
  func replace(_ id: Int64, old: Text?, new: Text?) {
    changes.append(Change(id: id, old: old, new: new))
  }

  /// Applies all changes, in a stable order: one row may be changed twice in a batch.
  func apply() throws {
    let ordered = changes.enumerated().sorted {
      ($0.element.id, $0.offset) < ($1.element.id, $1.offset)
    }
    for (_, change) in ordered {
      if let old = change.old { try run(delete, change.id, old) }
      if let new = change.new { try run(insert, change.id, new) }
    }
    changes.removeAll(keepingCapacity: true)
  }

  /// Tokens of title and body, as FTS5 counted them; for rows without a change in waiting.
  func lengths(of id: Int64) throws -> (title: UInt32, body: UInt32) {
    try size.first(.integer(id)) { row in
      var sizes = RecordVarints(row.bytes(0))
      return (UInt32(clamping: sizes.next() ?? 0), UInt32(clamping: sizes.next() ?? 0))
    } ?? (0, 0)
  }

  private func run(_ statement: Statement, _ id: Int64, _ text: Text) throws {
    try statement.run(
      .integer(id), .text(text.title), .text(text.body), SQLValue(text.bigrams),
      SQLValue(text.joined))
  }
}

/// The settings and the upkeep of table `article_fts`.
struct FullTextIndex {
  /// Leaf pages that one step of a merge writes, each step a transaction of its own.
  private static let mergeStep = 2000

  let database: Connection

  /// Bytes of postings that FTS5 gathers in memory before it writes a segment.
  func gather(bytes: Int) throws {
    try command("hashsize", bytes)
  }

  /// Merges all segments into one: the fastest state to search.
  ///
  /// Step by step, so that the log stays small and a cut leaves a sound, half-merged index. FTS5
  /// says that nothing is left to do by changing fewer than two rows.
  func mergeAll() throws {
    var step = -Self.mergeStep
    var before: Int
    repeat {
      before = database.totalChanges
      try command("merge", step)
      step = Self.mergeStep
    } while database.totalChanges - before >= 2
  }

  /// Goes on merging the level with the most segments.
  ///
  /// - Parameter pages: leaf pages to write at most.
  /// - Returns: false when nothing was left to do.
  func merge(pages: Int) throws -> Bool {
    let before = database.totalChanges
    try command("merge", pages)
    return database.totalChanges - before >= 2
  }

  /// Sets how many segments of a level ``merge(pages:)`` takes at least.
  func setLeastToMerge(_ count: Int) throws {
    try command("usermerge", count)
  }

  /// Builds the whole index anew from the articles.
  func rebuild() throws {
    try database.execute("INSERT INTO article_fts(article_fts) VALUES ('rebuild')")
  }

  /// Compares the index with every article's text.
  ///
  /// - Throws: `SQLITE_CORRUPT_VTAB` when they do not agree.
  func checkIntegrity() throws {
    try command("integrity-check", 1)
  }

  private func command(_ name: String, _ value: Int) throws {
    try database.execute(
      "INSERT INTO article_fts(article_fts, rank) VALUES (?, ?)", .text(name),
      .integer(Int64(value)))
  }
}

extension FullTextQueue.Text {
  init(_ article: PreparedArticle) {
    self.init(
      title: article.article.title, body: article.article.body, bigrams: article.bigrams,
      joined: article.joined)
  }
}
