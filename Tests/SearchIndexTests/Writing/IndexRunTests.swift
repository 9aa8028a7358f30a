import Foundation
import IndexDefinition
import SearchIndex
import SearchModel
import TestSupport
import Testing

struct IndexRunTests {
  private static func summary(
    indexed: Int = 0, updated: Int = 0, unchanged: Int = 0, duplicates: Int = 0, removed: Int = 0,
    failed: Int = 0
  ) -> RunSummary {
    var summary = RunSummary()
    summary.indexed = indexed
    summary.updated = updated
    summary.unchanged = unchanged
    summary.duplicates = duplicates
    summary.removed = removed
    summary.failed = failed
    if failed > 0 { summary.failures = [.damaged: failed] }
    return summary
  }

  private static let two = [
    ["id": "a", "title": "Harvest", "body": "Barley was cut early."],
    ["id": "b", "title": "Weather", "body": "Rain fell on the barley."],
  ]

  @Test func unchangedFilesAreNotStoredAgain() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", Self.two)
      #expect(try archive.run() == Self.summary(indexed: 2))
      #expect(try archive.run() == Self.summary(unchanged: 2))
      #expect(try archive.check() == [])
    }
  }

  @Test func aChangedFileUpdatesOnlyItsChangedArticles() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", Self.two)
      try archive.run()
      try archive.write(
        "one.jsonl",
        [Self.two[0], ["id": "b", "title": "Weather", "body": "Hail fell on the wheat."]])
      let expected = Self.summary(updated: 1, unchanged: 1)
      let again = try archive.run()
      #expect(again == expected)
      let found = "SELECT rowid FROM article_fts WHERE article_fts MATCH"
      #expect(try archive.strings("\(found) 'barley'") == ["1"])
      #expect(try archive.strings("\(found) 'wheat'") == ["2"])
      #expect(try archive.check() == [])
    }
  }

  private static let copy = [
    "id": "c", "title": "Harvest", "body": "Barley was cut early.", "source": "The Copy",
    "url": "https://copy.example/1",
  ]

  @Test func equalTextsAreOneArticleAndADuplicate() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [Self.two[0]])
      try archive.write("two.jsonl", [Self.copy])
      let expected = Self.summary(indexed: 1, duplicates: 1)
      let again = try archive.run()
      #expect(again == expected)
      let article = try #require(archive.index.articles(named: "c").first)
      #expect(article.article.id == "a")
      let place = StoredArticle.DuplicatePlace(
        id: "c", path: archive.url("two.jsonl").path, source: "The Copy",
        url: "https://copy.example/1")
      #expect(article.duplicatePlaces == [place])
      let hits = try Searcher(archive.index).search(request("barley")).hits
      #expect(hits.map(\.duplicatePlaces) == [[place]])
    }
  }

  @Test func keptDuplicatesAreArticles() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [Self.two[0]])
      try archive.write("two.jsonl", [Self.copy])
      var expected = Self.summary(indexed: 2)
      expected.nearCopies = 1
      #expect(try archive.run(keepsDuplicates: true) == expected)
    }
  }

  @Test func aDuplicateTakesThePlaceOfAPrunedArticle() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [Self.two[0]])
      try archive.write("two.jsonl", [Self.copy])
      try archive.run()
      try archive.remove("one.jsonl")
      var told = Self.summary(unchanged: 1)
      (told.goneFiles, told.goneArticles) = (1, 1)
      #expect(try archive.run() == told)
      let expected = Self.summary(unchanged: 1, removed: 1)
      let pruned = try archive.run(prune: true)
      #expect(pruned == expected)
      #expect(
        try archive.strings("SELECT external_id || ' ' || title FROM article") == ["c Harvest"])
      #expect(try archive.strings("SELECT id FROM duplicate") == [])
      #expect(try archive.check() == [])
    }
  }

  @Test func articlesGoneFromAChangedFileStayUntilPruned() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", Self.two)
      try archive.run()
      try archive.write("one.jsonl", [Self.two[0]])
      #expect(try archive.run() == Self.summary(unchanged: 1))
      #expect(try archive.strings("SELECT external_id FROM article ORDER BY id") == ["a", "b"])
      // The file has not changed since, but something is left over from it.
      let expected = Self.summary(unchanged: 1, removed: 1)
      let pruned = try archive.run(prune: true)
      #expect(pruned == expected)
      #expect(try archive.strings("SELECT external_id FROM article") == ["a"])
    }
  }

  @Test func anIDThatComesAgainInAFileIsKeptApart() throws {
    try withArchive { archive in
      let lines = [
        ["id": "a", "body": "The first."], ["id": "a", "body": "The second."],
        ["id": "a", "body": "The third."],
      ]
      try archive.write("one.jsonl", lines)
      #expect(try archive.run() == Self.summary(indexed: 3))
      #expect(
        try archive.strings("SELECT external_id FROM article ORDER BY id") == ["a", "a#2", "a#3"])
      try archive.write("one.jsonl", lines + [["id": "b", "body": "One more."]])
      let expected = Self.summary(indexed: 1, unchanged: 3)
      let again = try archive.run()
      #expect(again == expected)
    }
  }

  @Test func aFileWithAFailureIsReadAgain() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", Self.two)
      let text = try String(contentsOf: archive.url("one.jsonl"), encoding: .utf8)
      try (text + "\n{\"id\": ").write(
        to: archive.url("one.jsonl"), atomically: false, encoding: .utf8)
      let first = Self.summary(indexed: 2, failed: 1)
      #expect(try archive.run() == first)
      let second = Self.summary(unchanged: 2, failed: 1)
      #expect(try archive.run() == second)
      #expect(try archive.index.statistics().failedFiles == 1)
    }
  }

  @Test func withoutPathsTheRootsAreReadAgain() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [Self.two[0]])
      try archive.run()
      try archive.write("two.jsonl", [Self.two[1]])
      let summary = try IndexRun(index: archive.index, options: .init()).run(paths: []) { _ in }
      #expect(summary.indexed == 1)
      #expect(summary.unchanged == 1)
    }
  }

  @Test func oneBatchOrManyStoreTheSame() throws {
    try withArchive { archive in
      try archive.write(
        "long.jsonl",
        (0..<40).map { number in
          ["id": "\(number)", "body": String(repeating: "word\(number) and more ", count: 9000)]
        })
      #expect(try archive.run() == Self.summary(indexed: 40))
      #expect(try archive.check() == [])
      #expect(try archive.strings("SELECT count(*) FROM article_fts('word39')") == ["1"])
    }
  }

  /// Files come, change and go at random; after every run the index is sound and, when pruned,
  /// holds exactly what the files hold.
  @Test(arguments: [1, 2] as [UInt64])
  func randomChangesLeaveASoundIndex(seed: UInt64) throws {
    try withArchive { archive in
      var random = SeededGenerator(seed: seed)
      var files: [String: [[String: String]]] = [:]
      for _ in 0..<8 {
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let name = "file\(Int.random(in: 0..<5, using: &random)).jsonl"
          if files[name] != nil, Int.random(in: 0..<4, using: &random) == 0 {
            files[name] = nil
            try archive.remove(name)
          } else {
            files[name] = Self.randomArticles(&random)
            try archive.write(name, files[name] ?? [])
          }
        }
        let prune = Bool.random(using: &random)
        try archive.run(prune: prune)
        #expect(try archive.check() == [], "seed \(seed)")
        if prune { try Self.expect(archive, toHold: files, seed) }
      }
    }
  }

  private static func randomArticles(_ random: inout SeededGenerator) -> [[String: String]] {
    var ids = Array(0..<8)
    ids.shuffle(using: &random)
    return ids.prefix(Int.random(in: 1...6, using: &random)).map { id in
      [
        "id": "\(id)", "title": "Title \(Int.random(in: 0..<3, using: &random))",
        "body": "Body \(Int.random(in: 0..<6, using: &random)) running",
      ]
    }
  }

  private static func expect(
    _ archive: TestArchive, toHold files: [String: [[String: String]]], _ seed: UInt64
  ) throws {
    let stored = try archive.strings(
      """
      SELECT concat FROM (
        SELECT file.path || ' ' || a.external_id || ' ' || a.title || ' ' || a.body AS concat
        FROM article AS a JOIN file ON file.id = a.file_id
        UNION ALL
        SELECT file.path || ' ' || d.external_id || ' ' || d.title || ' ' || a.body
        FROM duplicate AS d JOIN article AS a ON a.id = d.article_id
        JOIN file ON file.id = d.file_id) ORDER BY concat
      """)
    let expected = files.flatMap { name, articles in
      articles.map { article in
        let path = archive.url(name).resolvingSymlinksInPath().path
        return "\(path) \(article["id"] ?? "") \(article["title"] ?? "") \(article["body"] ?? "")"
      }
    }
    #expect(stored == expected.sorted(), "seed \(seed)")
    let texts = try archive.strings("SELECT title || body FROM article ORDER BY 1")
    #expect(texts == Array(Set(texts)).sorted(), "seed \(seed): one article a text")
  }
}
