internal import IndexDefinition
internal import SQLite
internal import SearchModel

/// A file of truth alone, which the rows that could be read are gathered in; a new index is made of it.
final class TruthStore {
  private var summary = SalvageSummary()
  private let database: Connection
  private let insert: [TruthTable: Statement]
  private let articleState: Statement
  /// Articles that were there, by row id.
  private var known: Set<Int64> = []
  /// By row id, of articles that are not as they were stored.
  private var altered: [Int64: String] = [:]
  private var alteredDuplicates: [String] = []

  /// - Parameter path: Of a file to be made.
  init(_ path: String) throws {
    database = try Connection(path, .readWrite)
    try database.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    for part in IndexFormat.parts { try database.execute(part.sql) }
    let sql: [TruthTable: String] = [
      .article: "article VALUES (\(Self.marks(20)))",
      .duplicate: "duplicate VALUES (\(Self.marks(16)))",
      .file: "file VALUES (\(Self.marks(7)))",
      .rule: "person_rule VALUES (\(Self.marks(3)))",
      .root: "root VALUES (?)",
      .removed: "removed VALUES (\(Self.marks(3)))",
    ]
    insert = try sql.mapValues { [database] in
      try Statement(database, "INSERT OR IGNORE INTO \($0)")
    }
    articleState = try Statement(database, "SELECT 1 FROM article WHERE id = ?")
    try database.begin(.immediate)
  }

  private static func marks(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }

  func take(_ table: TruthTable, _ id: Int64, _ row: RawRow?) throws {
    switch table {
    case .tokenCount: known.insert(id)
    case .article: try takeArticle(id, row)
    case .rule: try takeRule(row)
    case .root: if let row, row.isPath { try insert(row, into: table) }
    case .file, .duplicate, .removed: if let row { try insert(row, into: table) }
    case .timelessArticle, .timelessDuplicate: break
    }
  }

  /// Of two rows with one id that is taken which is as it was stored.
  private func takeArticle(_ id: Int64, _ row: RawRow?) throws {
    known.insert(id)
    guard let row, let article = StoredArticleRow(row), article.isReadable else { return }
    let isThere = try articleState.first(of: id) { _ in true } ?? false
    if isThere, !article.isAsStored || altered[id] == nil { return }
    altered[id] = article.isAsStored ? nil : article.externalID
    try database.execute("DELETE FROM article WHERE id = ?", .integer(id))
    try insert(row, into: .article)
  }

  /// A line that no run could replay would end every run.
  private func takeRule(_ row: RawRow?) throws {
    guard let row, case .text(let line) = row.values[1], (try? PersonRule(line: line)) != nil
    else { return }
    try insert(row, into: .rule)
  }

  private func insert(_ row: RawRow, into table: TruthTable) throws {
    guard let statement = insert[table] else { return }
    var values = row.values
    if table != .root, table != .removed { values[0] = .integer(row.id) }
    try statement.run(values)
  }

  // MARK: - When all has come

  /// Brings references in line, and notes the files that must be read again to bring back what is lost.
  ///
  /// - Returns: What there is now.
  func finish() throws -> SalvageSummary {
    try addMissingFiles()
    try dropOrphans()
    let there = Set(try database.values("SELECT id FROM article") as [Int64])
    summary.lost += known.subtracting(there).count
    try reopenFiles()
    try settleDuplicates()
    try database.commit()
    try count()
    return summary
  }

  /// A file whose row is lost is one that must be read again.
  private func addMissingFiles() throws {
    try database.execute(
      """
      INSERT OR IGNORE INTO file(id, path, size, modified)
      SELECT file_id, min(path) || '#' || file_id, -1, 0
      FROM (SELECT file_id, path FROM article UNION ALL SELECT file_id, path FROM duplicate)
      WHERE file_id NOT IN (SELECT id FROM file) GROUP BY file_id
      """)
  }

  private func dropOrphans() throws {
    let orphans = "duplicate WHERE article_id NOT IN (SELECT id FROM article)"
    summary.lost += try database.value("SELECT count(*) FROM \(orphans)") ?? 0
    try database.execute(
      """
      UPDATE file SET size = -1 WHERE id IN (SELECT file_id FROM \(orphans));
      DELETE FROM \(orphans)
      """)
  }

  /// Which file a lost article was in, no one knows.
  private func reopenFiles() throws {
    if summary.lost > 0 { return try database.execute("UPDATE file SET size = -1") }
    for id in altered.keys {
      try database.execute(
        "UPDATE file SET size = -1 WHERE id = (SELECT file_id FROM article WHERE id = ?)",
        .integer(id))
    }
  }

  /// A duplicate is not as it was stored either where its article is not: what it is now is what the
  /// new index holds of it.
  private func settleDuplicates() throws {
    let bodies = try Statement(database, "SELECT body FROM article WHERE id = ?")
    for known in try DuplicateTable(database).all() {
      var article = known.article
      article.body = try bodies.first(of: known.articleID) { $0.text(0) } ?? ""
      let hash = PreparedArticle.contentHash(article)
      if hash == known.contentHash { continue }
      alteredDuplicates.append(article.id)
      try database.execute(
        "UPDATE duplicate SET content_hash = ? WHERE id = ?", .integer(hash), .integer(known.id))
      try database.execute("UPDATE file SET size = -1 WHERE id = ?", .integer(known.file))
    }
  }

  private func count() throws {
    func count(_ table: String) throws -> Int {
      try database.value("SELECT count(*) FROM \(table)") ?? 0
    }
    summary.articles = try count("article")
    summary.duplicates = try count("duplicate")
    summary.files = try count("file")
    summary.rules = try count("person_rule")
    summary.altered = altered.sorted { $0.key < $1.key }.map(\.value) + alteredDuplicates
  }

}

extension RawRow {
  fileprivate var isPath: Bool {
    if case .text(let path) = values[0] { path.hasPrefix("/") } else { false }
  }
}

/// A row of `article` as it was read, by its columns' places.
private struct StoredArticleRow {
  private let article: Article
  private let contentHash: Int64
  private let bodyHash: Int64

  init?(_ row: RawRow) {
    let values = row.values
    func text(_ place: Int) -> String? {
      if case .text(let text) = values[place] { text } else { nil }
    }
    guard let id = text(1), let title = text(15), let body = text(17), let path = text(12),
      case .integer(let contentHash) = values[3], case .integer(let bodyHash) = values[4]
    else { return nil }
    article = Article(
      id: id, title: title, body: body, date: text(6).flatMap { CalendarDate($0) },
      dateSource: text(7).flatMap { DateSource(rawValue: $0) }, publishedAt: text(8),
      byline: text(9), source: text(10), url: text(11), language: text(14), path: path,
      place: text(13).flatMap { SourcePlace(json: $0) }, extra: text(16))
    (self.contentHash, self.bodyHash) = (contentHash, bodyHash)
  }

  var externalID: String { article.id }

  var isAsStored: Bool {
    PreparedArticle.contentHash(article) == contentHash
      && PreparedArticle.bodyHash(article) == bodyHash
  }

  /// Where a page of zeros lay over a text, too little of it is left to be shown as an article's.
  var isReadable: Bool {
    isAsStored || !(article.title.utf8.contains(0) || article.body.utf8.contains(0))
  }
}
