import IndexDefinition
import NearCopies
import SQLite
import SearchModel
import TestSupport
import Testing

@testable import SearchIndex

/// Near-copies are one story, whatever way they came in.
struct StoriesTests {
  /// Words of a story in an order of its own.
  private static func words(_ seed: UInt64, _ count: Int = 120) -> [String] {
    var generator = SeededGenerator(seed: seed)
    let vowels = ["a", "e", "i", "o", "u"]
    return (0..<count).map { _ in
      (0..<3).map { _ in "bdfgklmnprst".randomElement(using: &generator).map(String.init) ?? "" }
        .joined(separator: vowels.randomElement(using: &generator) ?? "")
    }
  }

  private static func article(
    _ id: String, _ words: some Sequence<String>, title: String? = nil, date: String? = nil
  ) -> [String: String] {
    var article = ["id": id, "title": title ?? id, "body": words.joined(separator: " ")]
    article["date"] = date
    return article
  }

  /// A story a line, its lead first.
  private func stories(_ archive: TestArchive) throws -> [String] {
    try archive.strings(
      """
      SELECT lead.external_id || ': ' || group_concat(member, ' ') FROM (
        SELECT lead_id, external_id AS member FROM story JOIN article ON article.id = article_id
        ORDER BY external_id
      ) JOIN article AS lead ON lead.id = lead_id GROUP BY lead_id ORDER BY 1
      """)
  }

  private static let told = words(1)
  /// A whole story, cut at either end, with another lede, retitled; and one that nobody copied.
  private static let copies = [
    article("whole", told, date: "2024-05-07"),
    article("cut", told.prefix(50), date: "2024-05-06"),
    article("end", told.suffix(50), date: "2024-05-08"),
    article("lede", words(2, 20) + told.dropFirst(10)),
    article("again", told, title: "Another headline", date: "2024-05-07"),
    article("alone", words(3), date: "2024-05-06"),
    article("short", ["No", "more", "words"]), article("short2", ["No", "more", "words"]),
    article("short3", ["No", "other", "words"]), article("empty", [String]()),
    article("empty2", [String]()),
  ]

  @Test func nearCopiesShareAStoryByTheEarliest() throws {
    try withArchive { archive in
      try archive.write("news.jsonl", Self.copies)
      let summary = try archive.run()
      #expect(summary.indexed == 11 && summary.nearCopies == 5)
      #expect(
        try stories(archive) == ["cut: again cut end lede whole", "short: short short2"])
      let shown = try #require(archive.index.articles(named: "whole").first)
      #expect(shown.nearCopies.map(\.id) == ["cut", "again", "end", "lede"])
      #expect(try archive.check() == [])
    }
  }

  @Test func storiesAreCountedAndHitsHaveThem() throws {
    try withArchive { archive in
      try archive.write("news.jsonl", Self.copies)
      try archive.run()
      let searcher = Searcher(archive.index)
      let word = Self.told[60]
      for (text, total, stories) in [(word, 3, 1), ("", 11, 6), ("words", 3, 2)] {
        let results = try searcher.search(request(text) { $0.countsStories = true })
        #expect(results.total == total && results.totalStories == stories, "\(text)")
      }
      let hits = try searcher.search(request("more") { $0.countsStories = false })
      #expect(hits.totalStories == nil)
      #expect(hits.hits.map(\.story) == ["short", "short"])
      #expect(try searcher.search(request("other")).hits.map(\.story) == [nil])
    }
  }

  /// By the earliest that passes the filters; a facet's own filter is lifted.
  @Test func facetsCountStoriesWhereAsked() throws {
    try withArchive { archive in
      try archive.write("news.jsonl", Self.copies)
      try archive.run()
      let searcher = Searcher(archive.index)
      func dates(_ text: String, _ from: String?, byStory: Bool) throws -> [String] {
        let results = try searcher.search(
          request(text) {
            $0.facets = [FacetRequest(.date)]
            $0.dateInterval = .day
            $0.facetsCountStories = byStory
            $0.countsStories = true
            if let day = from.flatMap({ CalendarDate($0) }) {
              $0.filters.dates = [DateRange(from: day)]
            }
          })
        let found = try #require(results.dates)
        return ["\(results.total) in \(results.totalStories ?? -1)", "undated \(found.undated)"]
          + found.facet.buckets.filter { $0.count > 0 }.map {
            "\($0.value) \($0.count)" + ($0.within.map { " within \($0)" } ?? "")
          }
      }
      #expect(
        try dates("", nil, byStory: false) == [
          "11 in 6", "undated 6", "2024-05-06 2", "2024-05-07 2", "2024-05-08 1",
        ])
      #expect(
        try dates("", nil, byStory: true) == ["11 in 6", "undated 4", "2024-05-06 2"])
      #expect(
        try dates("", "2024-05-07", byStory: true) == [
          "3 in 1", "undated 4", "2024-05-06 1 within 0", "2024-05-07 1 within 1",
        ])
    }
  }

  /// Two pieces have nothing in common but the whole that they are cut from.
  @Test func whatHungTogetherByAnArticleFallsApartWithoutIt() throws {
    try withArchive { archive in
      try archive.write(
        "pieces.jsonl",
        [Self.article("a", Self.told.prefix(55)), Self.article("b", Self.told.suffix(55))])
      try archive.write("whole.jsonl", [Self.article("c", Self.told)])
      try archive.run()
      #expect(try stories(archive) == ["a: a b c"])
      try archive.remove("whole.jsonl")
      try archive.run(prune: true)
      #expect(try stories(archive) == [])
      #expect(try archive.check() == [])
      try archive.write("whole.jsonl", [Self.article("c", Self.told)])
      #expect(try archive.run().nearCopies == 1)
      #expect(try stories(archive) == ["a: a b c"])
      // Changed, it is of another story.
      try archive.write(
        "whole.jsonl", [Self.article("c", Self.words(9)), Self.article("d", Self.words(9))])
      try archive.run()
      #expect(try stories(archive) == ["c: c d"])
      _ = try IndexRun(index: archive.index, options: .init()).remove([.named("c")], erases: true)
      #expect(try stories(archive) == [])
      #expect(try archive.check() == [])
    }
  }

  // MARK: - One answer

  /// Families of copies of each other, cut and misread at random, beside articles of their own.
  private static func families(_ generator: inout SeededGenerator) -> [[String: String]] {
    (0..<60).map { number in
      var words = words(UInt64(100 + number % 9))
      if number % 3 == 0 {
        words = Array(words.prefix(Int.random(in: 20...100, using: &generator)))
      }
      if number % 4 == 1 {
        words = Self.words(UInt64(500 + number), Int.random(in: 5...90, using: &generator)) + words
      }
      let step = Int.random(in: 3...40, using: &generator)
      words = words.enumerated().map { $0 % step == 1 ? "x" + $1 : $1 }
      return article("a\(number)", words, date: number % 7 == 0 ? nil : "2024-05-1\(number % 8)")
    }
  }

  /// A form filled with figures that leave no trace in a sketch, each time twice, once signed: more articles than
  /// stand for others, so that two hang together where one of them does.
  private static func forms() -> [[String: String]] {
    let text = words(7, 150)
    let sketch = Sketch.numbers(of: text.joined(separator: " ")).dropFirst(Sketch.headCount)
    let copies = (0..<2000).map { number in
      let words = text + ["\(1000 + number)", "tons", "at", "\(9000 - number)"]
      return [words, words + ["signed"]]
    }.filter {
      $0.allSatisfy {
        Sketch.numbers(of: $0.joined(separator: " ")).dropFirst(Sketch.headCount) == sketch
      }
    }
    return copies.prefix(60).joined().enumerated().map { article("a\($0)", $1, date: "2024-05-11") }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func noWayInChangesAStory(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    try expectOneAnswer(Self.families(&generator), &generator)
  }

  @Test(arguments: [5, 6] as [UInt64])
  func noWayInChangesAStoryAmongForms(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    try expectOneAnswer(Self.forms(), &generator)
  }

  private func expectOneAnswer(
    _ articles: [[String: String]], _ generator: inout SeededGenerator
  ) throws {
    let size = articles.count / 6
    let shuffled = articles.shuffled(using: &generator)
    try withArchive { plain in
      try plain.write("all.jsonl", articles)
      try plain.run()
      let expected = try stories(plain)
      #expect(expected.count > 1)
      try withArchive { other in
        // Older versions first, then in parts, some of which go and come back.
        try other.write(
          "0.jsonl",
          zip(shuffled, articles).prefix(size * 2).map { old, new in
            old.merging(["id": new["id"] ?? ""]) { $1 }
          })
        try other.run()
        for part in 0..<6 {
          try other.write("\(part).jsonl", Array(shuffled[part * size..<(part + 1) * size]))
          if part % 2 == 0 { try other.run(prune: part == 2) }
        }
        try other.remove("3.jsonl")
        try other.run(prune: true)
        try other.write("3.jsonl", Array(shuffled[3 * size..<4 * size]))
        try other.run(prune: true)
        #expect(try stories(other) == expected)
        #expect(try other.check() == [])
      }
    }
  }

  @Test(arguments: [
    "DELETE FROM story", "UPDATE story SET lead_id = article_id",
    "INSERT INTO story SELECT id, 1 FROM article WHERE external_id = 'alone'",
  ])
  func wrongStoriesAreFoundAndMended(sql: String) throws {
    try withArchive { archive in
      try archive.write("news.jsonl", Self.copies)
      try archive.run()
      let expected = try stories(archive)
      try archive.index.write { try $0.execute(sql) }
      #expect(try archive.check(repair: true).contains { $0.message.contains("the stories of") })
      #expect(try stories(archive) == expected)
      #expect(try archive.check() == [])
    }
  }
}
