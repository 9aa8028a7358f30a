import Foundation
import QueryLanguage
import SearchIndex
import Testing

/// The archive as other programs use it.
struct NewsArchiveTests {
  private func withArchive(_ body: (NewsArchive, URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("news-\(UUID().uuidString)")
    let sources = folder.appendingPathComponent("sources")
    try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(
      try await NewsArchive(path: folder.appendingPathComponent("news.db").path), sources)
  }

  private func total(_ text: String, _ archive: NewsArchive) async throws -> Int {
    try await archive.search(SearchRequest(text)).total
  }

  @Test func foldersAndArticlesAreFoundWithTheirFacets() async throws {
    try await withArchive { archive, folder in
      try Data("Talks in Paris\n\nEmmanuel Macron spoke of peace on 3 May 2024.\n".utf8)
        .write(to: folder.appendingPathComponent("talks.txt"))
      let run = try await archive.index([folder.path])
      #expect(run.indexed == 1 && run.failed == 0)
      let note = Article(
        id: "note", title: "Note", body: "Peace in Berlin.", date: CalendarDate("2025-03-01"))
      #expect(try await archive.add([note]).indexed == 1)
      let answer = try await archive.search(SearchRequest("peace"))
      #expect(answer.total == 2)
      #expect(Set(answer.hits.map(\.title)) == ["Talks in Paris", "Note"])
      #expect(answer.people?.buckets.map(\.label) == ["Emmanuel Macron"])
      #expect(answer.countries?.buckets.map(\.value) == ["DE", "FR"])
      #expect(answer.dates?.facet.buckets.map(\.value) == ["2025-03-01"])
      #expect(answer.dates?.undated == 1)
      let stored = try await archive.articles(named: "note")
      #expect(stored.map(\.article) == [note])
      #expect(stored.flatMap(\.tags.countries).map(\.code) == ["DE"])
    }
  }

  @Test func anArticleAddedAgainTakesTheOldOnesPlace() async throws {
    try await withArchive { archive, _ in
      let first = [
        Article(id: "1", title: "", body: "wheat"), Article(id: "2", title: "", body: "oats"),
      ]
      #expect(try await archive.add(first).indexed == 2)
      let second = [Article(id: "1", title: "", body: "barley"), first[1]]
      let run = try await archive.add(second)
      #expect((run.indexed, run.updated, run.unchanged) == (0, 1, 1))
      #expect(try await total("wheat", archive) == 0)
      #expect(try await total("barley OR oats", archive) == 2)
    }
  }

  @Test func articlesThatNoFileHoldsAreNeverTakenForGone() async throws {
    try await withArchive { archive, folder in
      let file = folder.appendingPathComponent("a.txt")
      try Data("Wheat rose.".utf8).write(to: file)
      try await archive.index([folder.path])
      try await archive.add([Article(id: "1", title: "", body: "Wheat fell.")])
      try FileManager.default.removeItem(at: file)
      var options = IndexingOptions()
      options.prune = true
      #expect(try await archive.index([folder.path], options).removed == 1)
      #expect(try await archive.search(SearchRequest("wheat")).hits.map(\.id) == ["1"])
      #expect(try await archive.remove(ids: ["1"]) == 1)
      #expect(try await total("wheat", archive) == 0)
    }
  }

  @Test func textIsStoredInFormC() async throws {
    try await withArchive { archive, _ in
      try await archive.add([Article(id: "1", title: "", body: "E\u{301}lyse\u{301}e")])
      let stored = try await archive.articles(named: "1")
      #expect(stored.map { Array($0.article.body.utf8) } == [Array("\u{C9}lys\u{E9}e".utf8)])
    }
  }

  @Test func filesThatCannotBeReadAreReported() async throws {
    try await withArchive { archive, folder in
      try Data("{\"title\": 1".utf8).write(to: folder.appendingPathComponent("a.json"))
      let failures = Failures()
      let run = try await archive.index([folder.path]) { event in
        if case .failure(let failure) = event { failures.add(failure.path) }
      }
      #expect(run.failed == 1 && failures.paths == [folder.path + "/a.json"])
    }
  }

  @Test func whatIsMissingIsAnErrorUnlessItIsMade() async throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("none-\(UUID().uuidString).db").path
    await #expect(throws: ArticleIndexError.missing(path: path)) {
      _ = try await NewsArchive(path: path, making: false)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func aQueryIsTextOrTree() async throws {
    try await withArchive { archive, _ in
      try await archive.add([Article(id: "1", title: "", body: "wheat and oats")])
      let typed = SearchRequest("wheat (oats")
      let answer = try await archive.search(typed)
      #expect(answer.notes.count == 1 && answer.total == 1)
      let tree = SearchRequest(typed.query)
      #expect(tree.text == typed.query.description)
      #expect(try await archive.search(tree).hits == answer.hits)
    }
  }

  @Test func changesWaitForEachOther() async throws {
    try await withArchive { archive, _ in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for id in 0..<8 {
          group.addTask {
            try await archive.add([Article(id: "\(id)", title: "", body: "wheat \(id)")]).indexed
          }
          group.addTask { try await total("wheat", archive) < 0 ? 1 : 0 }
        }
        var indexed = 0
        for try await count in group { indexed += count }
        #expect(indexed == 8)
      }
      #expect(try await total("wheat", archive) == 8)
    }
  }
}

/// What a run could not read, noted on whatever thread it tells.
private final class Failures: @unchecked Sendable {
  private let lock = NSLock()
  private var noted: [String] = []
  var paths: [String] { lock.withLock { noted } }
  func add(_ path: String) { lock.withLock { noted.append(path) } }
}
