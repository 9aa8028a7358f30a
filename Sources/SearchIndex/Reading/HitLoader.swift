internal import IndexDefinition
internal import SQLite
internal import SearchEngine
internal import SearchModel

/// Fetches what is shown of the articles that made it into the hits; no others are touched.
///
/// Lives inside one read transaction.
final class HitLoader: HitSource {
  private let id: Statement
  private let article: Statement
  private let body: Statement
  private let entities: Statement
  private let mentions: Statement
  private let places: Statement
  private let story: Statement

  init(_ database: Connection) throws {
    id = try Statement(database, "SELECT external_id FROM article WHERE id = ?")
    article = try Statement(
      database,
      """
      SELECT external_id, title, date, source, url, path, byline, language, place, published_at
      FROM article WHERE id = ?
      """)
    body = try Statement(database, "SELECT title, body, joined FROM article WHERE id = ?")
    entities = try Statement(
      database, "SELECT entity_id, focus, count FROM article_entity WHERE article_id = ?")
    mentions = try Statement(
      database, "SELECT mentions FROM article_entity WHERE article_id = ? AND entity_id = ?")
    story = try Statement(
      database,
      """
      SELECT external_id, path FROM story JOIN article ON article.id = lead_id WHERE article_id = ?
      """)
    places = try Statement(
      database,
      """
      SELECT external_id, path, source, url FROM duplicate WHERE article_id = ?
      ORDER BY path, external_id, id
      """)
  }

  /// Nil for an article that is no more.
  func hit(
    of candidate: Candidate, _ labels: EntityLabels, snippets: PassageMaker?, people: Set<UInt32>,
    request: SearchRequest
  ) throws -> Hit? {
    switch request.hitFields {
    case .none: return Hit(candidate, id: "")
    case .id:
      return try id.first(of: Int64(candidate.row)) { Hit(candidate, id: $0.text(0)) }
    case .all: break
    }
    guard var hit = try hit(of: candidate, labels) else { return nil }
    try addOthers(of: Int64(candidate.row), to: &hit)
    guard snippets != nil || request.wantsBodies else { return hit }
    let (title, body, joined) = try storedText(of: candidate.row)
    if let snippets {
      hit.snippet = snippets.snippet(title: title, body: body, joined: joined)
      if let place = hit.place, !place.pages.isEmpty {
        hit.page = place.page(of: snippets.start(in: body, joined: joined))
      }
      if request.passages > 0 {
        hit.passages = snippets.snippets(
          title: title, body: body, joined: joined, count: request.passages,
          naming: try people.flatMap { try places(naming: $0, in: candidate.row) })
      }
    }
    if request.wantsBodies { hit.body = body }
    return hit
  }

  /// Where else the article was found, and what it is a near-copy of.
  private func addOthers(of row: Int64, to hit: inout Hit) throws {
    var others: [StoredArticle.DuplicatePlace] = []
    try places.forEach(of: row) { others.append(StoredArticle.DuplicatePlace($0)) }
    hit.duplicatePlaces = others
    let lead = try story.first(of: row) { ($0.text(0), $0.text(1)) }
    (hit.story, hit.storyPath) = (lead?.0, lead?.1)
  }

  /// The hit without its text.
  private func hit(of candidate: Candidate, _ labels: EntityLabels) throws -> Hit? {
    let row = Int64(candidate.row)
    let entities = try entries(in: row, labels)
    return try article.first(of: row) { found in
      var hit = Hit(candidate, id: found.text(0))
      hit.title = found.text(1)
      hit.date = found.isNull(2) ? nil : CalendarDate(utf8: found.bytes(2))
      hit.source = found.optionalText(3)
      hit.url = found.optionalText(4)
      hit.path = found.text(5)
      hit.byline = found.optionalText(6)
      hit.language = found.optionalText(7)
      hit.place = found.optionalText(8).flatMap { SourcePlace(json: $0) }
      hit.publishedAt = found.optionalText(9)
      hit.people = entities.filter { $0.kind == "person" }.map(\.value)
      hit.countries = entities.filter { $0.kind == "country" }.map(\.value)
      return hit
    }
  }

  /// Title and body of an article.
  func text(of row: UInt32) throws -> (title: String, body: String) {
    let (title, body, _) = try storedText(of: row)
    return (title, body)
  }

  private func storedText(
    of row: UInt32
  ) throws -> (title: String, body: String, joined: String?) {
    try body.first(.integer(Int64(row))) { ($0.text(0), $0.text(1), $0.optionalText(2)) }
      ?? ("", "", nil)
  }

  /// Where the body names a person.
  private func places(naming person: UInt32, in row: UInt32) throws -> [Range<Int>] {
    let found = try mentions.first(.integer(Int64(row)), .integer(Int64(person))) {
      MentionJSON.decode($0.bytes(0)) ?? []
    }
    return (found ?? []).filter { $0.field == .body }.map(\.range)
  }

  /// What the article is about first, then what it mentions most.
  private func entries(
    in row: Int64, _ labels: EntityLabels
  ) throws -> [EntityLabels.Entry] {
    var found: [(entry: EntityLabels.Entry, focus: Int64, count: Int64)] = []
    try entities.forEach(of: row) {
      let entry = try labels.entry(Int($0.integer(0)))
      let focus = entry.kind == "country" ? $0.integer(1) : 0
      if entry.kind != "date" { found.append((entry, focus, $0.integer(2))) }
    }
    return found.sorted { left, right in
      (right.focus, right.count, left.entry.value) < (left.focus, left.count, right.entry.value)
    }.map(\.entry)
  }
}

extension Hit {
  /// A hit of which no more is told than its name and its score.
  fileprivate init(_ candidate: Candidate, id: String) {
    self.init(
      id: id, score: candidate.score * candidate.factor, title: "", date: nil, source: nil,
      url: nil,
      path: "", snippet: Snippet(text: "", highlights: []), people: [], countries: [])
  }
}
