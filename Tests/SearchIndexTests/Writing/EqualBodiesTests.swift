import SearchModel
import TestSupport
import Testing

@testable import SearchIndex

/// Of articles with one body the earliest dated, then that of the lowest id, is the one stored.
struct EqualBodiesTests {
  private static let body = "Mr William Haverford spoke in Oslo on Monday about the harbour."
  private static let articles: [[String: String]] = [
    ["id": "c", "body": body], ["id": "d", "body": body, "date": "2004-05-02"],
    ["id": "b", "body": body, "date": "2004-05-01", "title": "Harbour"],
    ["id": "a", "body": body, "date": "2004-05-02"],
    ["id": "e", "body": body, "date": "2004-05-01"],
  ]

  private func stored(_ archive: TestArchive) throws -> [String] {
    try archive.strings(
      """
      SELECT external_id || ' ' || title FROM article UNION ALL
      SELECT external_id FROM (SELECT external_id FROM duplicate ORDER BY 1)
      """)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func theEarliestIsStoredWhateverCameFirst(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    try withArchive { archive in
      for (number, article) in Self.articles.shuffled(using: &generator).enumerated() {
        try archive.write("\(number % 3)-\(number).jsonl", [article])
        if number % 2 == 0 { try archive.run() }
      }
      try archive.run()
      #expect(try stored(archive) == ["b Harbour", "a", "c", "d", "e"])
      #expect(try archive.check() == [])
    }
  }

  @Test func inOneFileAndReadAgainTheyStayAsTheyAre() throws {
    try withArchive { archive in
      try archive.write("all.jsonl", Self.articles)
      let first = try archive.run()
      #expect([first.indexed, first.duplicates] == [1, 4])
      try archive.write("all.jsonl", Self.articles + [["id": "f", "body": "Another."]])
      let second = try archive.run()
      #expect([second.indexed, second.updated, second.unchanged, second.removed] == [1, 0, 5, 0])
      #expect(try stored(archive) == ["b Harbour", "f ", "a", "c", "d", "e"])
    }
  }

  @Test func theNextTakesTheRowOfOneThatGoesOrIsDatedLater() throws {
    try withArchive { archive in
      for article in Self.articles { try archive.write("\(article["id"] ?? "").jsonl", [article]) }
      try archive.run()
      try archive.remove("b.jsonl")
      try archive.run(prune: true)
      #expect(try stored(archive) == ["e ", "a", "c", "d"])
      try archive.write("e.jsonl", [["id": "e", "body": Self.body, "date": "2004-06-01"]])
      try archive.run()
      #expect(try stored(archive) == ["a ", "c", "d", "e"])
      #expect(try archive.check() == [])
    }
  }
}
