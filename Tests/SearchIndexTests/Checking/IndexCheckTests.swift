import Foundation
import SQLite
import SearchIndex
import SearchModel
import Testing

struct IndexCheckTests {
  /// Damage done with plain SQL, the side that must be blamed, and whether repair mends it.
  struct Damage: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var sql: String
    var side: CheckFinding.Side
    var isMended: Bool
  }

  static let damages = [
    Damage(
      testDescription: "a full-text index without its segments",
      sql: "DELETE FROM article_fts_data WHERE id > 10", side: .fullText, isMended: true),
    Damage(
      testDescription: "a full-text index that says nothing at all",
      sql: "DELETE FROM article_fts_data; DELETE FROM article_fts_idx", side: .fullText,
      isMended: true),
    Damage(
      testDescription: "a body that was edited",
      sql: "UPDATE article SET body = 'Something else.' WHERE id = 1", side: .content,
      isMended: false),
    Damage(
      testDescription: "an article that was deleted",
      sql: "DELETE FROM article WHERE id = 1", side: .content, isMended: true),
    Damage(
      testDescription: "a flipped byte in a column",
      sql: """
        UPDATE column_chunk SET data = CAST(substr(data, 1, 4) || x'07' || substr(data, 6) AS BLOB)
        WHERE name = 'date'
        """, side: .derived, isMended: true),
    Damage(
      testDescription: "a column that is gone",
      sql: "DELETE FROM column_chunk WHERE name = 'person'", side: .derived, isMended: true),
    Damage(
      testDescription: "stems that are gone", sql: "DELETE FROM stem", side: .derived,
      isMended: true),
    Damage(
      testDescription: "a wrong total",
      sql: "UPDATE meta SET value = '7' WHERE key = 'text_bytes'", side: .derived, isMended: true),
    Damage(
      testDescription: "a stem that is another term's",
      sql: "INSERT INTO stem VALUES ('en', 'walk', 'river')", side: .derived, isMended: true),
    Damage(
      testDescription: "a term in a language that has no stems",
      sql: "INSERT INTO stem VALUES ('qq', 'walk', 'walking')", side: .derived, isMended: true),
    Damage(
      testDescription: "counts of stems that no one counted",
      sql: """
        UPDATE column_chunk SET data = CAST(substr(data, 1, 4) || x'07' || substr(data, 6) AS BLOB)
        WHERE name = 'stem'
        """, side: .derived, isMended: true),
    Damage(
      testDescription: "a language that few articles have",
      sql: "UPDATE meta SET value = 'fr' WHERE key = 'language'", side: .derived, isMended: true),
    Damage(
      testDescription: "a column that is none of ours",
      sql: "INSERT INTO column_chunk VALUES ('colour', 0, x'00')", side: .derived, isMended: true),
    Damage(
      testDescription: "an entity under another's label",
      sql: """
        INSERT INTO entity(id, kind, value, label) VALUES (901, 'country', 'FR', 'Germany');
        INSERT INTO article_entity VALUES (2, 901, 0, 1, '[[1,0,6,"name",null]]');
        UPDATE column_chunk SET data = data WHERE name = 'country'
        """, side: .derived, isMended: true),
    Damage(
      testDescription: "an entity that no article mentions",
      sql: "INSERT INTO entity(kind, value, label) VALUES ('person', 'No One', 'No One')",
      side: .derived, isMended: true),
    Damage(
      testDescription: "a view that is gone", sql: "DROP VIEW mention", side: .derived,
      isMended: true),
    Damage(
      testDescription: "a view that says something else",
      sql: "DROP VIEW article_person; CREATE VIEW article_person AS SELECT 1 AS name",
      side: .derived, isMended: true),
    Damage(
      testDescription: "an index that is gone", sql: "DROP INDEX article_by_body", side: .derived,
      isMended: true),
    Damage(
      testDescription: "bigrams of another text",
      sql: "UPDATE article SET bigrams = '東京' WHERE id = 1", side: .content, isMended: false),
    Damage(
      testDescription: "joined words of another text",
      sql: "UPDATE article SET joined = 'California' WHERE id = 1", side: .content,
      isMended: false),
    Damage(
      testDescription: "a mention beyond the text",
      sql: """
        INSERT INTO entity(id, kind, value, label) VALUES (900, 'date', '2024', '2024');
        INSERT INTO article_entity VALUES (2, 900, 0, 1, '[[1,5,5000,"year",null]]')
        """, side: .content, isMended: false),
    Damage(
      testDescription: "a duplicate of no article",
      sql: """
        INSERT INTO duplicate(article_id, external_id, file_id, content_hash, path, title)
        VALUES (77, 'x', 1, 0, 'x', 'x')
        """, side: .content, isMended: false),
    Damage(
      testDescription: "a rule that says nothing",
      sql: "INSERT INTO person_rule(rule, made) VALUES ('forget \"A\"', '2026-01-01T00:00:00Z')",
      side: .content, isMended: false),
    Damage(
      testDescription: "people of no article",
      sql: "INSERT INTO named_person VALUES (77, 'A', '[]')", side: .content, isMended: false),
  ]

  @Test(arguments: damages)
  func damageIsBlamedOnItsSideAndMendedWhereItCanBe(_ damage: Damage) throws {
    try withArchive { archive in
      try archive.write(
        "one.jsonl",
        [
          ["id": "a", "body": "Runners were running along the river.", "date": "2024-05-06"],
          ["id": "b", "body": "Walkers walked by, and Anna Kowalska too.", "language": "en"],
        ])
      try archive.run()
      #expect(try archive.check() == [])
      try Connection(archive.index.path, .readWrite).execute(damage.sql)
      let found = try archive.check()
      #expect(found.contains { $0.side == damage.side && !$0.isRepaired }, "\(found)")
      _ = try archive.check(repair: true)
      let left = try archive.check()
      #expect(left.isEmpty == damage.isMended, "\(left)")
      #expect(left.allSatisfy { $0.side == damage.side }, "\(left)")
    }
  }

  /// FTS5's own check passes over what leads to its pages, and over a page that nothing leads to.
  @Test(
    arguments: [
      "DELETE FROM article_fts_idx", "UPDATE article_fts_idx SET pgno = pgno + 2 WHERE pgno < 8",
      "DELETE FROM article_fts_idx WHERE term = (SELECT max(term) FROM article_fts_idx)",
    ]) func aFullTextWhosePagesAreNotFoundIsMended(sql: String) throws
  {
    try withArchive { archive in
      let words = (1...6000).map { "word\($0)" }.joined(separator: " ")
      try archive.write("one.jsonl", [["id": "a", "body": words]])
      try archive.run()
      #expect(try archive.check() == [])
      try Connection(archive.index.path, .readWrite).execute(sql)
      #expect(try archive.check().map(\.side) == [.fullText])
      #expect(try archive.check(repair: true).allSatisfy(\.isRepaired))
      #expect(try archive.check() == [])
    }
  }
}
