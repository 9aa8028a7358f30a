import Foundation
package import GRDB
package import IndexDefinition

/// An article with its tags, as `article` and the views tell them.
package struct NaiveArticle {
  package var row: Int64
  package var title: String
  package var body: String
  package var date: CalendarDate?
  package var language: String?
  package var source: String?
  package var byline: String?
  /// Canonical names.
  package var people: [String] = []
  /// ISO 3166-1 alpha-2 codes.
  package var countries: [String] = []
  /// Dates named in the text.
  package var mentioned: [CalendarDate] = []

  static func read(_ database: Database) throws -> [NaiveArticle] {
    let people = try values(database, "SELECT article_id, name FROM article_person")
    let countries = try values(database, "SELECT article_id, code FROM article_country")
    let dates = try values(
      database, "SELECT DISTINCT article_id, value FROM mention WHERE kind = 'date'")
    return try Row.fetchAll(
      database,
      sql: "SELECT id, title, body, date, language, source, byline FROM article ORDER BY id"
    ).map { row in
      let id: Int64 = row[0]
      return NaiveArticle(
        row: id, title: row[1], body: row[2],
        date: (row[3] as String?).flatMap { CalendarDate($0) }, language: row[4], source: row[5],
        byline: row[6], people: people[id] ?? [], countries: countries[id] ?? [],
        mentioned: (dates[id] ?? []).compactMap { CalendarDate($0) })
    }
  }

  private static func values(
    _ database: Database, _ sql: String
  ) throws -> [Int64: [String]] {
    var values: [Int64: [String]] = [:]
    for row in try Row.fetchAll(database, sql: sql) {
      values[row[0], default: []].append(row[1])
    }
    return values
  }
}
