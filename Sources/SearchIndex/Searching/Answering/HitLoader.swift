internal import GRDB
internal import IndexDefinition

/// Fetches what is shown of the articles that made it into the hits; no others are touched.
struct HitLoader {
  let database: Database

  func hit(of candidate: Candidate, snippet: (_ title: String, _ body: String) -> Snippet) throws
    -> Hit?
  {
    guard
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT external_id, title, date, source, url, path, body FROM article WHERE id = ?
          """, arguments: [candidate.row])
    else { return nil }
    let title: String = row[1]
    let date: String? = row[2]
    return Hit(
      rowID: Int64(candidate.row), id: row[0], score: candidate.score, title: title,
      date: date.flatMap { CalendarDate($0) }, source: row[3], url: row[4], path: row[5],
      snippet: snippet(title, row[6]), people: try values(of: "person", in: candidate.row),
      countries: try values(of: "country", in: candidate.row))
  }

  /// Title and body of an article.
  func text(of row: UInt32) throws -> (title: String, body: String) {
    let found = try Row.fetchOne(
      database, sql: "SELECT title, body FROM article WHERE id = ?", arguments: [row])
    return found.map { ($0[0], $0[1]) } ?? ("", "")
  }

  /// What the article is about first, then what it mentions most.
  private func values(of kind: String, in row: UInt32) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT value FROM article_entity JOIN entity ON entity.id = entity_id
        WHERE article_id = ? AND kind = ? ORDER BY focus DESC, count DESC, value
        """, arguments: [row, kind])
  }
}
