import Foundation
package import IndexDefinition
internal import SQLite

/// An article with its tags, as `article` and the views tell them.
package struct NaiveArticle {
  package var row: Int64
  /// The source's own.
  package var id: String
  package var title: String
  package var body: String
  /// Words of the body that a line's end broke.
  package var joined: String
  package var date: CalendarDate?
  /// See ``Article/timeOfDay``.
  package var time = 0.0
  package var language: String?
  package var source: String?
  package var byline: String?
  /// Canonical names.
  package var people: [String] = []
  /// ISO 3166-1 alpha-2 codes.
  package var countries: [String] = []
  /// Dates named in the text.
  package var mentioned: [CalendarDate] = []

  static func read(_ database: Connection) throws -> [NaiveArticle] {
    let people = try values(database, "SELECT article_id, name FROM article_person")
    let countries = try values(database, "SELECT article_id, code FROM article_country")
    let dates = try values(
      database, "SELECT DISTINCT article_id, value FROM mention WHERE kind = 'date'")
    return try database.rows(
      """
      SELECT id, external_id, title, body, date, published_at, language, source, byline, joined
      FROM article ORDER BY id
      """
    ).map { row in
      let id = row.integer("id")
      return NaiveArticle(
        row: id, id: row.text("external_id"), title: row.text("title"), body: row.text("body"),
        joined: row.optionalText("joined") ?? "", date: CalendarDate(row.text("date")),
        time: time(row), language: row.optionalText("language"),
        source: row.optionalText("source"), byline: row.optionalText("byline"),
        people: people[id] ?? [], countries: countries[id] ?? [],
        mentioned: (dates[id] ?? []).compactMap { CalendarDate($0) })
    }
  }

  private static func time(_ row: Row) -> Double {
    guard let moment = row.optionalText("published_at"), let date = CalendarDate(row.text("date"))
    else { return 0 }
    return Double(Article.timeOfDay(moment, on: date))
  }

  private static func values(
    _ database: Connection, _ sql: String
  ) throws -> [Int64: [String]] {
    var values: [Int64: [String]] = [:]
    try Statement(database, sql).forEach { row in
      values[row.integer(0), default: []].append(row.text(1))
    }
    return values
  }
}
