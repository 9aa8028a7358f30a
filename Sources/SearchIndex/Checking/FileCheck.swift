internal import SQLite
internal import SearchModel

/// The SQLite file: its pages, its b-trees, its indexes, and that references lead somewhere.
///
/// From here on the connection reads pages that are not as they were written all the same, so that
/// what they hold is looked at.
struct FileCheck {
  /// More are of no use to anyone.
  private static let limit = 20
  /// Tables that are worked out from the others; so are all indexes.
  private static let derivedTables: Set<String> = [
    "stem", "column_chunk", "meta", "article_fts_data", "article_fts_idx", "article_fts_docsize",
    "article_fts_config", "sqlite_stat1", "sqlite_stat4",
  ]

  /// What SQLite has against the b-trees, in its words.
  private let messages: [String]
  /// The pages that are not as they were written, by table or index; of those in none, by "".
  private let changedPages: [String: [Int]]
  private let indexes: Set<String>
  /// How many pages another program wrote.
  let foreignPages: Int
  private let references: [CheckFinding]

  init(_ database: Connection) throws {
    try database.setLenient(true)
    let messages: [String] = try database.values("PRAGMA integrity_check(\(Self.limit))")
    self.messages = messages.filter { $0 != "ok" }
    changedPages = try Self.changedPages(database)
    foreignPages = try database.pageSeals()?.unverifiedPages ?? 0
    indexes = Set(try database.values("SELECT name FROM sqlite_schema WHERE type = 'index'"))
    references = try Self.brokenReferences(database)
  }

  var findings: [CheckFinding] {
    changedPages.sorted { $0.key < $1.key }.map(Self.finding)
      + messages.map { CheckFinding(side: .file, message: $0) } + references
  }

  /// Some page is not as it was written.
  var hasChangedPages: Bool { !changedPages.isEmpty }

  /// Rows are where they belong and pages belong to one tree, though indexes may be wrong.
  var hasSoundTrees: Bool { messages.allSatisfy(Self.isOfIndex) }

  /// What is derived can be built anew in the file itself.
  var isMendable: Bool { hasSoundTrees && changedPages.keys.allSatisfy(isDerived) }

  /// Some index does not list what its table has.
  var hasWrongIndex: Bool { messages.contains(where: Self.isOfIndex) }

  private func isDerived(_ tree: String) -> Bool {
    Self.derivedTables.contains(tree) || indexes.contains(tree)
  }

  /// Tells of SQLite's messages those about an index whose table may be sound.
  static func isOfIndex(_ message: String) -> Bool {
    message.hasSuffix(" missing from index") || message.contains(" missing from index ")
      || message.hasPrefix("wrong # of entries in index ")
      || message.hasPrefix("non-unique entry in index ")
  }

  private static func finding(_ tree: String, _ pages: [Int]) -> CheckFinding {
    let numbers = pages.prefix(limit).map(String.init).joined(separator: ", ")
    let more = pages.count > limit ? ", …" : ""
    let place = tree.isEmpty ? "" : " of \(tree)"
    return CheckFinding(
      side: .file,
      message: pages.count == 1
        ? "page \(numbers)\(place) is not as it was written"
        : "\(pages.count) pages\(place) are not as they were written: \(numbers)\(more)")
  }

  /// SQLite tells of each page whose it is, where it was built with `dbstat` and trees can be walked.
  private static func changedPages(_ database: Connection) throws -> [String: [Int]] {
    let pages = Set(try database.refusedPages())
    guard !pages.isEmpty else { return [:] }
    var trees: [Int: String] = [:]
    try? Statement(database, "SELECT pageno, name FROM dbstat").forEach { row in
      if pages.contains(Int(row.integer(0))) { trees[Int(row.integer(0))] = row.text(1) }
    }
    return Dictionary(grouping: pages.sorted()) { trees[$0] ?? "" }
  }

  private static func brokenReferences(_ database: Connection) throws -> [CheckFinding] {
    let rows = try database.rows(
      """
      SELECT "table" AS child, parent, count(*) AS rows FROM pragma_foreign_key_check
      GROUP BY 1, 2 ORDER BY 1, 2
      """)
    return rows.map { row in
      CheckFinding(
        side: .content,
        message: "\(row.integer("rows")) rows of \(row.text("child")) name a row of "
          + "\(row.text("parent")) that is not there")
    }
  }
}
