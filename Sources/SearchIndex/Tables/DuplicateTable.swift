internal import IndexDefinition
internal import SQLite

/// Table `duplicate`: places where an article was found again.
final class DuplicateTable {
  /// One row, with all that the duplicate keeps of its own; the body is its article's.
  struct Known {
    var id: Int64
    var articleID: Int64
    var file: Int64
    var contentHash: Int64
    var article: Article
  }

  private static let columns = columns(time: "published_at", place: "place")

  private let insert: Statement
  private let delete: Statement
  private let findByExternalID: Statement
  private let findFirst: Statement
  private let findAll: Statement
  private let move: Statement

  init(_ database: Connection) throws {
    let marks = Array(repeating: "?", count: 15).joined(separator: ", ")
    insert = try Statement(
      database, "INSERT INTO duplicate(\(Self.columns)) VALUES (\(marks)) RETURNING id")
    delete = try Statement(database, "DELETE FROM duplicate WHERE id = ?")
    move = try Statement(database, "UPDATE duplicate SET place = ? WHERE id = ?")
    let select = "SELECT id, \(Self.columns) FROM duplicate"
    findByExternalID = try Statement(
      database, "\(select) WHERE external_id = ? AND file_id = ?")
    findFirst = try Statement(
      database,
      """
      \(select) WHERE article_id = ?
      ORDER BY published_at IS NULL, published_at, external_id, path, id LIMIT 1
      """)
    findAll = try Statement(database, "\(select) ORDER BY id")
  }

  private static func columns(time: String, place: String) -> String {
    """
    article_id, external_id, file_id, content_hash, date, date_source, \(time), byline, source, url,
    path, \(place), language, title, extra
    """
  }

  /// The rows that meet a condition, of a file of any format.
  static func rows(_ database: Connection, where condition: String) throws -> [Known] {
    let isOfToday = try ArticleTable.hasTimesAndPlaces(database)
    let columns = isOfToday ? columns : columns(time: "NULL", place: "NULL")
    let rows = try Statement(
      database,
      """
      SELECT id, \(columns) FROM duplicate
      WHERE \(condition) ORDER BY id
      """)
    var known: [Known] = []
    try rows.forEach { known.append(Self.known($0)) }
    return known
  }

  /// Returns the new row's id.
  func insert(of articleID: Int64, file: Int64, _ prepared: PreparedArticle) throws -> Int64 {
    let article = prepared.article
    return try insert.first(
      .integer(articleID), .text(article.id), .integer(file), .integer(prepared.contentHash),
      SQLValue(article.date?.description), SQLValue(article.dateSource?.rawValue),
      SQLValue(article.publishedAt), SQLValue(article.byline), SQLValue(article.source),
      SQLValue(article.url), .text(article.path), SQLValue(article.place?.json),
      SQLValue(article.language), .text(article.title), SQLValue(article.extra)
    ) { $0.integer(0) } ?? 0
  }

  func delete(_ id: Int64) throws {
    try delete.run(.integer(id))
  }

  /// Notes where a duplicate lies that has not changed.
  func move(_ known: Known, to place: SourcePlace?) throws {
    guard place != known.article.place else { return }
    try move.run(SQLValue(place?.json), .integer(known.id))
  }

  func find(externalID: String, file: Int64) throws -> Known? {
    try findByExternalID.first(.text(externalID), .integer(file), read: Self.known)
  }

  /// The duplicate of `article` that is stored in its place when it goes.
  func first(of article: Int64) throws -> Known? {
    try findFirst.first(.integer(article), read: Self.known)
  }

  func all() throws -> [Known] {
    var known: [Known] = []
    try findAll.forEach { known.append(Self.known($0)) }
    return known
  }

  private static func known(_ row: Statement) -> Known {
    Known(
      id: row.integer(0), articleID: row.integer(1), file: row.integer(3),
      contentHash: row.integer(4),
      article: Article(
        id: row.text(2), title: row.text(14), body: "",
        date: row.optionalText(5).flatMap { CalendarDate($0) },
        dateSource: row.optionalText(6).flatMap { DateSource(rawValue: $0) },
        publishedAt: row.optionalText(7), byline: row.optionalText(8),
        source: row.optionalText(9), url: row.optionalText(10), language: row.optionalText(13),
        path: row.text(11), place: row.optionalText(12).flatMap { SourcePlace(json: $0) },
        extra: row.optionalText(15)))
  }
}

extension Article {
  /// The order of the places of one article: by time of day, those without one last, then by id and
  /// path.
  func comes(before other: Article) -> Bool {
    switch (publishedAt, other.publishedAt) {
    case (let moment?, let other?) where moment != other: moment < other
    case (.some, nil): true
    case (nil, .some): false
    default: (id, path) < (other.id, other.path)
    }
  }
}
