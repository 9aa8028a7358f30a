internal import GRDB
internal import IndexDefinition

/// Fetches what is shown of the articles that made it into the hits; no others are touched.
///
/// Lives inside one read transaction.
final class HitLoader {
  private let article: PreparedStatement
  private let body: PreparedStatement
  private let entities: PreparedStatement

  init(_ database: Database) throws {
    article = try PreparedStatement(
      database,
      "SELECT external_id, title, date, source, url, path, byline, language FROM article WHERE id = ?"
    )
    body = try PreparedStatement(database, "SELECT title, body FROM article WHERE id = ?")
    // What the article is about first, then what it mentions most.
    entities = try PreparedStatement(
      database,
      """
      SELECT kind, value FROM article_entity JOIN entity ON entity.id = entity_id
      WHERE article_id = ? AND kind <> 'date' ORDER BY focus DESC, count DESC, value
      """)
  }

  /// Nil for an article that is no more.
  func hit(
    of candidate: Candidate, snippets: PassageMaker?, request: SearchRequest
  ) throws -> Hit? {
    guard var hit = try hit(of: candidate) else { return nil }
    guard snippets != nil || request.wantsBodies else { return hit }
    let (title, body) = try text(of: candidate.row)
    if let snippets {
      hit.snippet = snippets.snippet(title: title, body: body)
      if request.passages > 0 {
        hit.passages = snippets.snippets(title: title, body: body, count: request.passages)
      }
    }
    if request.wantsBodies { hit.body = body }
    return hit
  }

  /// The hit without its text.
  private func hit(of candidate: Candidate) throws -> Hit? {
    let row = Int64(candidate.row)
    let entities = try values(in: row)
    return try article.first(.integer(row)) { found in
      var hit = Hit(
        rowID: row, id: found.text(0), score: candidate.score * candidate.factor,
        title: found.text(1),
        date: found.optionalText(2).flatMap { CalendarDate($0) }, source: found.optionalText(3),
        url: found.optionalText(4), path: found.text(5),
        snippet: Snippet(text: "", highlights: []), people: entities.people,
        countries: entities.countries)
      hit.byline = found.optionalText(6)
      hit.language = found.optionalText(7)
      return hit
    }
  }

  /// Title and body of an article.
  func text(of row: UInt32) throws -> (title: String, body: String) {
    try body.first(.integer(Int64(row))) { ($0.text(0), $0.text(1)) } ?? ("", "")
  }

  private func values(in row: Int64) throws -> (people: [String], countries: [String]) {
    var people: [String] = []
    var countries: [String] = []
    try entities.forEach(.integer(row)) { found in
      if found.text(0) == "person" {
        people.append(found.text(1))
      } else {
        countries.append(found.text(1))
      }
    }
    return (people, countries)
  }
}
