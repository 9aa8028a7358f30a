internal import IndexDefinition
internal import SQLite
internal import Tagging

/// Table `unruled_person`: the people of articles whose people the user's rules change, as they are
/// without the rules.
final class UnruledPeople {
  private let database: Connection
  private let find: Statement
  private let insert: Statement
  private let delete: Statement

  init(_ database: Connection) throws {
    self.database = database
    find = try Statement(
      database, "SELECT name, mentions FROM unruled_person WHERE article_id = ?")
    insert = try Statement(
      database, "INSERT INTO unruled_person(article_id, name, mentions) VALUES (?, ?, ?)")
    delete = try Statement(database, "DELETE FROM unruled_person WHERE article_id = ?")
  }

  /// Nil: the rules change nothing in the article.
  func people(of article: Int64) throws -> [PersonTag]? {
    var people: [PersonTag] = []
    try find.forEach(.integer(article)) { row in
      people.append(
        PersonTag(name: row.text(0), mentions: MentionJSON.decode(row.bytes(1)) ?? []))
    }
    return people.isEmpty ? nil : people
  }

  /// Puts `people` in the place of those known; none: the rules change nothing.
  func set(_ people: [PersonTag], of article: Int64) throws {
    try delete.run(.integer(article))
    for person in people {
      try insert.run(
        .integer(article), .text(person.name), .text(MentionJSON.encode(person.mentions)))
    }
  }

  /// Every name with its articles, the most frequent first.
  func forEachEntry(_ receive: (PersonDirectory.Entry) -> Void) throws {
    let names = try Statement(
      database,
      """
      SELECT name, count(*), max(date) FROM unruled_person
      JOIN article ON article.id = article_id GROUP BY name ORDER BY 2 DESC, 1
      """)
    try names.forEach { row in
      receive(
        .init(
          name: row.text(0), articles: Int(row.integer(1)),
          latest: row.optionalText(2).flatMap { CalendarDate($0) }))
    }
  }
}
