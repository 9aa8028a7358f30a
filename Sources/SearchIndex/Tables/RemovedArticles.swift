internal import SQLite

/// Table `removed`: what the user took out, so that no run brings it back.
final class RemovedArticles {
  private let noteArticle: Statement
  private let noteDuplicate: Statement
  private let find: Statement
  private let notePlace: Statement
  private let forget: Statement
  private let forgetFile: Statement
  private let any: Statement
  private var isEmpty: Bool

  init(_ database: Connection) throws {
    noteArticle = try Statement(
      database,
      """
      INSERT OR IGNORE INTO removed(external_id, file_id, body_hash)
      SELECT external_id, file_id, body_hash FROM article WHERE id = ?
      """)
    noteDuplicate = try Statement(
      database,
      """
      INSERT OR IGNORE INTO removed(external_id, file_id, body_hash)
      SELECT duplicate.external_id, duplicate.file_id, body_hash
      FROM duplicate JOIN article ON article.id = article_id WHERE duplicate.id = ?
      """)
    find = try Statement(
      database,
      """
      SELECT 1 FROM removed WHERE body_hash = ?1 OR (external_id = ?2 AND file_id = ?3) LIMIT 1
      """)
    notePlace = try Statement(
      database,
      "INSERT OR IGNORE INTO removed(body_hash, external_id, file_id) VALUES (?, ?, ?)")
    forget = try Statement(
      database,
      """
      DELETE FROM removed
      WHERE (external_id = ?2 AND file_id = ?3) OR (body_hash = ?1 AND file_id = 0)
      """)
    forgetFile = try Statement(
      database, "UPDATE OR REPLACE removed SET file_id = 0 WHERE file_id = ?")
    any = try Statement(database, "SELECT 1 FROM removed LIMIT 1")
    isEmpty = try any.first { _ in true } == nil
  }

  func note(article: Int64) throws {
    try noteArticle.run(.integer(article))
    isEmpty = false
  }

  func note(duplicate: Int64) throws {
    try noteDuplicate.run(.integer(duplicate))
    isEmpty = false
  }

  /// Whether an article read from a file was taken out before, there or with the same body elsewhere;
  /// this place of it is noted too.
  func keepsOut(_ article: PreparedArticle, file: Int64) throws -> Bool {
    if isEmpty { return false }
    let place: [SQLValue] = [
      .integer(article.bodyHash), .text(article.article.id), .integer(file),
    ]
    guard try find.first(place[0], place[1], place[2], read: { _ in true }) ?? false else {
      return false
    }
    try notePlace.run(place[0], place[1], place[2])
    return true
  }

  /// Lets an article of a file in again; other places of its text stay out until they are met.
  func forget(_ article: PreparedArticle, file: Int64) throws {
    if isEmpty { return }
    try forget.run(.integer(article.bodyHash), .text(article.article.id), .integer(file))
    isEmpty = try any.first { _ in true } == nil
  }

  /// A file goes whose number another may get.
  func forget(file: Int64) throws {
    if !isEmpty { try forgetFile.run(.integer(file)) }
  }
}
