import Foundation
import SearchModel
import TestSupport
import Testing

@testable import SearchIndex

/// One title, day and body is one article, whatever number of places it is found in; of these the
/// earliest, then that of the lowest id, is the one stored.
struct PlacesTests {
  private static let body = "Mr William Haverford spoke in Oslo on Monday about the harbour."

  private static func place(
    _ id: String, _ date: String?, title: String = "Harbour"
  ) -> [String: String] {
    var article = ["id": id, "title": title, "body": body]
    article["date"] = date
    return article
  }

  private static let articles: [[String: String]] = [
    place("c", "2004-05-01"), place("d", "2004-05-01T18:00Z"), place("b", "2004-05-01T09:00Z"),
    place("a", "2004-05-01"), place("e", "2004-05-01T09:00Z"),
    place("f", "2004-05-01", title: "Oslo"), place("g", "2004-05-02"), place("h", nil),
  ]

  /// An article a line, its other places behind it.
  private func stored(_ archive: TestArchive) throws -> [String] {
    try archive.strings(
      """
      SELECT group_concat(id, ' ') FROM (
        SELECT a.id AS row, a.external_id AS id, 0 AS place FROM article AS a UNION ALL
        SELECT article_id, external_id, 1 FROM duplicate ORDER BY row, place, id
      ) GROUP BY row
      """
    ).sorted()
  }

  private static let expected = ["b a c d e", "f", "g", "h"]

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func theEarliestIsStoredWhateverCameFirst(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    try withArchive { archive in
      for (number, article) in Self.articles.shuffled(using: &generator).enumerated() {
        try archive.write("\(number % 3)-\(number).jsonl", [article])
        if number % 2 == 0 { try archive.run() }
      }
      try archive.run()
      #expect(try stored(archive) == Self.expected)
      #expect(try archive.check() == [])
    }
  }

  @Test func inOneFileAndReadAgainTheyStayAsTheyAre() throws {
    try withArchive { archive in
      try archive.write("all.jsonl", Self.articles)
      let first = try archive.run()
      #expect(first.indexed == 4 && first.duplicates == 4)
      try archive.write("all.jsonl", Self.articles + [["id": "i", "body": "Another."]])
      let second = try archive.run()
      #expect(second.indexed == 1 && second.unchanged == 8)
      #expect(second.updated == 0 && second.removed == 0)
      #expect(try stored(archive) == Self.expected + ["i"])
    }
  }

  @Test func theNextTakesTheRowOfOneThatGoesOrIsOfAnotherTime() throws {
    try withArchive { archive in
      for article in Self.articles { try archive.write("\(article["id"] ?? "").jsonl", [article]) }
      try archive.run()
      try archive.remove("b.jsonl")
      try archive.run(prune: true)
      #expect(try stored(archive) == ["e a c d", "f", "g", "h"])
      try archive.write("e.jsonl", [Self.place("e", "2004-05-01T20:00Z")])
      try archive.run()
      #expect(try stored(archive) == ["d a c e", "f", "g", "h"])
      #expect(try archive.check() == [])
    }
  }

  /// A place that gets another headline leaves the article; one that gets the article's comes to it.
  @Test func anotherHeadlineIsAnotherArticle() throws {
    try withArchive { archive in
      for article in Self.articles { try archive.write("\(article["id"] ?? "").jsonl", [article]) }
      try archive.run()
      try archive.write("b.jsonl", [Self.place("b", "2004-05-01T09:00Z", title: "Oslo")])
      try archive.write("g.jsonl", [Self.place("g", "2004-05-01")])
      try archive.run()
      #expect(try stored(archive) == ["b f", "e a c d g", "h"])
      #expect(try archive.check() == [])
    }
  }

  /// Ids are unique within a file alone: the path decides between equal ones.
  @Test(arguments: [["x", "y"], ["y", "x"]])
  func ofEqualIDsThatOfTheFirstPathIsStored(order: [String]) throws {
    try withArchive { archive in
      for name in order {
        try archive.write("\(name).jsonl", [Self.place("a", "2004-05-01")])
        try archive.run()
      }
      let paths = try archive.strings("SELECT path FROM article")
      #expect(paths == [archive.url("x.jsonl").path])
    }
  }
}
