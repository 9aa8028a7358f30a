internal import IndexDefinition
internal import NewsTagging
internal import OperatingSystem
internal import SQLite
internal import SearchModel

/// Reads articles back, whole.
struct ArticleLoader {
  private let database: Connection
  private let article: Statement
  private let entities: Statement
  private let duplicates: Statement
  private let unknownWords: Statement
  private let file: Statement

  init(_ database: Connection) throws {
    self.database = database
    let (time, place) =
      try ArticleTable.hasTimesAndPlaces(database) ? ("published_at", "place") : ("NULL", "NULL")
    article = try Statement(
      database,
      """
      SELECT external_id, title, body, date, date_source, \(time), byline, source, url,
        language, path, extra, \(place)
      FROM article WHERE id = ?
      """)
    entities = try Statement(
      database,
      """
      SELECT kind, value, focus, mentions FROM article_entity
      JOIN entity ON entity.id = entity_id WHERE article_id = ? ORDER BY entity_id
      """)
    file = try Statement(
      database,
      """
      SELECT path, size, modified FROM file WHERE id = (SELECT file_id FROM article WHERE id = ?)
      """)
    unknownWords = try Statement(
      database,
      """
      SELECT substr(data, 1 + 4 * ?, 4) FROM column_chunk
      WHERE name = 'unknown_words' AND chunk = ?
      """)
    duplicates = try Statement(
      database,
      """
      SELECT external_id, path, source, url FROM duplicate WHERE article_id = ?
      ORDER BY path, external_id, id
      """)
  }

  /// By external id, else by path, else by row id, else by the id that an index of format 1 gave; a
  /// duplicate's name leads to its article.
  func rowIDs(named name: String) throws -> [Int64] {
    let found = try rowIDsToday(named: name)
    guard found.isEmpty, let today = try FormerIDs(database).today(of: name) else { return found }
    return try rowIDsToday(named: today)
  }

  private func rowIDsToday(named name: String) throws -> [Int64] {
    let member = name.drop { $0 != "#" }
    let file = FilePath.resolved(String(name.dropLast(member.count)))
    let place: [SQLValue] = [.text(file), .text(String(member))]
    // A file's own name may hold a `#`.
    let whole: [SQLValue] = [.text(FilePath.resolved(name)), .text("")]
    let lookups: [(String, [SQLValue])] = [
      ("SELECT id FROM article WHERE external_id = ?", [.text(name)]),
      ("SELECT article_id FROM duplicate WHERE external_id = ?", [.text(name)]),
      (Self.byPath("id", "article"), whole),
      (Self.byPath("article_id", "duplicate"), whole),
      (Self.byPath("id", "article"), place),
      (Self.byPath("article_id", "duplicate"), place),
      ("SELECT id FROM article WHERE id = ?", [SQLValue(Int64(name))]),
      (Self.byLine("id", "article"), Self.line(in: name)),
      (Self.byLine("article_id", "duplicate"), Self.line(in: name)),
    ]
    for (sql, values) in lookups {
      let found: [Int64] = try database.values(sql + " ORDER BY 1", values)
      if !found.isEmpty { return found }
    }
    return []
  }

  func storedArticle(_ id: Int64) throws -> StoredArticle? {
    guard let article = try content(id) else { return nil }
    var places: [StoredArticle.DuplicatePlace] = []
    try duplicates.forEach(.integer(id)) { places.append(StoredArticle.DuplicatePlace($0)) }
    var tags = try tags(of: id)
    tags.language = TextLanguage.of(article)
    tags.unknownWords = try unknownWords(of: id)
    var stored = StoredArticle(
      article: article, tags: tags, duplicatePlaces: places,
      file: try file.first(.integer(id)) {
        .init(path: $0.text(0), size: Int($0.integer(1)), modified: Int($0.integer(2)))
      })
    stored.nearCopies = try nearCopies(of: id)
    return stored
  }

  private func nearCopies(of id: Int64) throws -> [StoredArticle.DuplicatePlace] {
    let members = try Statement(
      database,
      """
      SELECT external_id, path, source, url FROM story JOIN article ON article.id = article_id
      WHERE lead_id = (SELECT lead_id FROM story WHERE article_id = ?1) AND article_id <> ?1
      ORDER BY date IS NULL, date, path, external_id
      """)
    var copies: [StoredArticle.DuplicatePlace] = []
    try members.forEach(.integer(id)) { copies.append(StoredArticle.DuplicatePlace($0)) }
    return copies
  }

  /// The article alone.
  func content(_ id: Int64) throws -> Article? {
    try article.first(.integer(id), read: Self.article)
  }

  private func unknownWords(of id: Int64) throws -> Double? {
    let slot = id & Int64(ColumnLayout.chunkSize - 1)
    let value = try unknownWords.first(.integer(slot), .integer(id >> ColumnLayout.chunkShift)) {
      ColumnChunk.words($0.bytes(0)).first
    }
    return (value ?? nil).flatMap(ColumnValues.share(ofUnknownWords:))
  }

  /// In the order that ``Tags`` promises.
  private func tags(of id: Int64) throws -> Tags {
    var tags = Tags()
    try entities.forEach(.integer(id)) { row in
      let value = row.text(1)
      let mentions = MentionJSON.decode(row.bytes(3)) ?? []
      switch EntityKey.Kind(rawValue: row.text(0)) {
      case .person:
        tags.people.append(
          PersonTag(name: value, mentions: mentions, isAssumed: row.integer(2) == 0))
      case .country:
        tags.countries.append(
          CountryTag(code: value, isFocus: row.integer(2) != 0, mentions: mentions))
      case .date:
        if let date = CalendarDate(value) {
          tags.dates.append(DateTag(date: date, mentions: mentions))
        }
      case nil: break
      }
    }
    tags.people.sort { Self.place($0.mentions) < Self.place($1.mentions) }
    tags.countries.sort { ($1.mentions.count, $0.code) < ($0.mentions.count, $1.code) }
    tags.dates.sort { $0.date < $1.date }
    return tags
  }

  /// Articles of the file at an absolute path, or of the member of it named by `#` and the rest.
  private static func byPath(_ id: String, _ table: String) -> String {
    """
    SELECT \(id) FROM \(table) WHERE file_id = (SELECT id FROM file WHERE path = ?1)
    AND substr(path, length(path) - length(?2) + 1) = ?2
    """
  }

  /// Articles of the file at an absolute path whose records begin on a line, as hits print them.
  private static func byLine(_ id: String, _ table: String) -> String {
    """
    SELECT \(id) FROM \(table) WHERE file_id = (SELECT id FROM file WHERE path = ?1)
    AND place ->> 'line' = ?2
    """
  }

  /// `dump.jsonl:1234`: its file and line.
  private static func line(in name: String) -> [SQLValue] {
    let parts = name.split(separator: ":")
    guard parts.count > 1, let line = parts.last.flatMap({ Int64($0) }) else {
      return [.null, .null]
    }
    let path = name.dropLast(parts.last.map { $0.count + 1 } ?? 0)
    return [.text(FilePath.resolved(String(path))), .integer(line)]
  }

  private static func place(_ mentions: [Mention]) -> (Int, Int) {
    guard let first = mentions.first else { return (2, 0) }
    return (first.field == .title ? 0 : 1, first.range.lowerBound)
  }

  private static func article(_ row: Statement) -> Article {
    Article(
      id: row.text(0), title: row.text(1), body: row.text(2),
      date: row.optionalText(3).flatMap { CalendarDate($0) },
      dateSource: row.optionalText(4).flatMap { DateSource(rawValue: $0) },
      publishedAt: row.optionalText(5), byline: row.optionalText(6), source: row.optionalText(7),
      url: row.optionalText(8), language: row.optionalText(9), path: row.text(10),
      place: row.optionalText(12).flatMap { SourcePlace(json: $0) }, extra: row.optionalText(11))
  }
}

extension StoredArticle.DuplicatePlace {
  /// - Parameter row: id, path, source and url.
  init(_ row: Statement) {
    self.init(
      id: row.text(0), path: row.text(1), source: row.optionalText(2), url: row.optionalText(3))
  }
}
