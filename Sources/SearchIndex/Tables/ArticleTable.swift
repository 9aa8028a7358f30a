internal import IndexDefinition
internal import SQLite

/// Table `article`: one row an article, found by id in its file or by its text.
final class ArticleTable {
  /// What tells whether an article read again has changed.
  struct Known {
    var id: Int64
    var contentHash: Int64
    var textHash: Int64
    /// As the column has it.
    var place: String?
  }

  private static let columns = """
    external_id, file_id, content_hash, body_hash, text_hash, date, date_source, published_at, \
    byline, source, url, path, place, language, title, extra, body, bigrams, joined
    """

  private let insert: Statement
  private let update: Statement
  private let delete: Statement
  private let findByExternalID: Statement
  private let findByText: Statement
  private let findByBody: Statement
  private let text: Statement
  private let file: Statement
  private let highest: Statement
  private let move: Statement

  init(_ database: Connection) throws {
    let marks = (2...20).map { "?\($0)" }.joined(separator: ", ")
    insert = try Statement(
      database, "INSERT INTO article(id, \(Self.columns)) VALUES (?1, \(marks))")
    update = try Statement(
      database, "UPDATE article SET (\(Self.columns)) = (\(marks)) WHERE id = ?1")
    delete = try Statement(database, "DELETE FROM article WHERE id = ?")
    findByExternalID = try Statement(
      database,
      "SELECT id, content_hash, text_hash, place FROM article WHERE external_id = ? AND file_id = ?"
    )
    findByText = try Statement(
      database, "SELECT id, title, date, body FROM article WHERE text_hash = ? ORDER BY id")
    findByBody = try Statement(
      database,
      """
      SELECT other.id FROM article JOIN article AS other ON other.body_hash = article.body_hash
      WHERE article.id = ? AND other.body = article.body ORDER BY 1
      """)
    text = try Statement(database, "SELECT title, body, bigrams, joined FROM article WHERE id = ?")
    file = try Statement(database, "SELECT file_id FROM article WHERE id = ?")
    move = try Statement(database, "UPDATE article SET place = ? WHERE id = ?")
    highest = try Statement(database, "SELECT max(id) FROM article")
  }

  /// Whether a file, by its name in a connection, is of format 3 or later.
  static func hasTimesAndPlaces(_ database: Connection, of file: String = "main") throws -> Bool {
    let found: Int? = try database.value(
      "SELECT 1 FROM pragma_table_info('article', ?) WHERE name = 'published_at'", .text(file))
    return found != nil
  }

  func highestID() throws -> Int64 {
    try highest.first { $0.integer(0) } ?? 0
  }

  /// The file that an article is from.
  func file(of id: Int64) throws -> Int64? {
    try file.first(of: id) { $0.integer(0) }
  }

  func insert(_ id: Int64, file: Int64, _ article: PreparedArticle) throws {
    try write(insert, id, file: file, article)
  }

  func update(_ id: Int64, file: Int64, _ article: PreparedArticle) throws {
    try write(update, id, file: file, article)
  }

  func delete(_ id: Int64) throws {
    try delete.run(.integer(id))
  }

  func find(externalID: String, file: Int64) throws -> Known? {
    try findByExternalID.first(.text(externalID), .integer(file)) {
      Known(
        id: $0.integer(0), contentHash: $0.integer(1), textHash: $0.integer(2),
        place: $0.optionalText(3))
    }
  }

  /// Notes where an article lies that has not changed.
  func move(_ known: Known, to place: SourcePlace?) throws {
    let json = place?.json
    if json != known.place { try move.run(SQLValue(json), .integer(known.id)) }
  }

  /// The first article whose title, date and body are the same byte for byte.
  func find(sameTextAs article: PreparedArticle) throws -> Int64? {
    var found: Int64?
    let (article, hash) = (article.article, article.textHash)
    try findByText.forEach(.integer(hash)) { row in
      guard found == nil, row.bytes(1).elementsEqual(article.title.utf8),
        row.optionalText(2) == article.date?.description,
        row.bytes(3).elementsEqual(article.body.utf8)
      else { return }
      found = row.integer(0)
    }
    return found
  }

  /// The articles whose body is that of the article `id`, this one among them.
  func rows(sameBodyAs id: Int64) throws -> [Int64] {
    var found: [Int64] = []
    try findByBody.forEach(.integer(id)) { found.append($0.integer(0)) }
    return found
  }

  /// What `article_fts` holds of this row.
  func text(of id: Int64) throws -> FullTextQueue.Text? {
    try text.first(.integer(id)) {
      FullTextQueue.Text(
        title: $0.text(0), body: $0.text(1), bigrams: $0.optionalText(2),
        joined: $0.optionalText(3))
    }
  }

  private func write(
    _ statement: Statement, _ id: Int64, file: Int64, _ prepared: PreparedArticle
  ) throws {
    let article = prepared.article
    try statement.run(
      .integer(id), .text(article.id), .integer(file), .integer(prepared.contentHash),
      .integer(prepared.bodyHash), .integer(prepared.textHash),
      SQLValue(article.date?.description), SQLValue(article.dateSource?.rawValue),
      SQLValue(article.publishedAt), SQLValue(article.byline), SQLValue(article.source),
      SQLValue(article.url),
      .text(article.path), SQLValue(article.place?.json), SQLValue(article.language),
      .text(article.title), SQLValue(article.extra), .text(article.body),
      SQLValue(prepared.bigrams), SQLValue(prepared.joined))
  }
}
