import SQLite
import SearchIndex
import TestSupport
import Testing

struct PersonFormsTests {
  private static func article(_ id: String, _ name: String) -> [String: String] {
    [
      "id": id, "date": "2004-05-01",
      "body": "Mr \(name) spoke in Oslo on Monday about the harbour of \(id) and its ships.",
    ]
  }

  private static let first = [
    article("a", "Walter Bexley"), article("b", "Walter Bexley"), article("c", "Walter J. Bexley"),
  ]
  private static let second = [article("d", "Walter K. Bexley"), article("e", "Walter Bexley")]

  private func people(_ archive: TestArchive) throws -> [String] {
    try archive.strings(
      """
      SELECT external_id || ' ' || name FROM article_person
      JOIN article ON article.id = article_id ORDER BY 1
      """)
  }

  private static let expected = [
    "a Walter Bexley", "b Walter Bexley", "c Walter Bexley", "d Walter K. Bexley",
    "e Walter Bexley",
  ]

  @Test func aLaterRunStillKnowsTheMiddleNameOfAPersonShownWithoutIt() throws {
    try withArchive { archive in
      try archive.write("first.jsonl", Self.first)
      try archive.run()
      try archive.write("second.jsonl", Self.second)
      try archive.run()
      #expect(try people(archive) == Self.expected)
      #expect(
        try archive.strings("SELECT name || '|' || form FROM person_form")
          == ["Walter Bexley|Walter J. Bexley"])
    }
  }

  @Test func anIndexOfBeforeTheTableGetsItWhenItIsWrittenTo() throws {
    try withTemporaryDirectory { folder in
      let archive = try TestArchive(folder)
      try archive.write("first.jsonl", Self.first)
      try archive.run()
      try Connection(archive.index.path, .readWrite).execute("DROP TABLE person_form")
      let again = try TestArchive(again: archive)
      try again.write("second.jsonl", Self.second)
      try again.run()
      #expect(try people(again).count == 5)
      let tables = "SELECT name FROM sqlite_schema WHERE name = 'person_form'"
      #expect(try again.strings(tables) == ["person_form"])
    }
  }
}
