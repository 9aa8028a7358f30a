import SearchIndex
import TestSupport
import Testing

struct MiddleNamesTests {
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
    "a Walter Bexley", "b Walter Bexley", "c Walter J. Bexley", "d Walter K. Bexley",
    "e Walter Bexley",
  ]

  @Test func aNameThatTwoWithMiddleNamesMayBearIsNeitherOfThem() throws {
    try withArchive { archive in
      try archive.write("first.jsonl", Self.first)
      try archive.run()
      try archive.write("second.jsonl", Self.second)
      try archive.run()
      #expect(try people(archive) == Self.expected)
    }
  }
}
