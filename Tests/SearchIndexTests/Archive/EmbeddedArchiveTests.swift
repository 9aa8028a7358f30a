import Foundation
import IndexDefinition
import OperatingSystem
import SearchIndex
import SearchModel
import TestSupport
import Testing

/// The doors of an archive, whichever readers stand behind them.
struct EmbeddedArchiveTests {
  static let kinds: [EmbeddedArchive.Readers] = [.oneOnCores(2), .many(2)]

  private static let articles = [
    article(1, "Harbour", "Wheat grows near the harbour.", date: "1987-03-01"),
    article(2, "Wheat", "Prices of wheat rose.", date: "1987-03-02"),
    article(3, "Harbour", "Wheat grows near the harbour.", date: "1987-03-01"),
  ]

  private func withArchive(
    _ readers: EmbeddedArchive.Readers = .many(2),
    _ body: (EmbeddedArchive, _ path: String) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("archive-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("index.db").path
    let archive = EmbeddedArchive(
      path: path, readers: readers, threads: ThreadExecutor(limit: 4))
    _ = try await archive.writer(making: true).store(Self.articles, as: "-")
    try await body(archive, path)
  }

  @Test(arguments: kinds)
  func aBackendAnswersAsTheSearcherDoes(_ readers: EmbeddedArchive.Readers) async throws {
    try await withArchive(readers) { archive, path in
      let searcher = Searcher(try ArticleIndex(path: path, access: .readOnly))
      let backend = try await archive.backend()
      var expected = try searcher.search(request("wheat"))
      var got = try await backend.search(request("wheat"))
      (expected.seconds, got.seconds) = (0, 0)
      #expect(got == expected && got.total == 2)
      var streamed: [Hit] = []
      let rest = try await backend.stream(request("wheat")) { streamed.append($0) }
      #expect(streamed == expected.hits && rest.hits.isEmpty && rest.total == 2)
      let stored = try await backend.articles(named: "2")
      #expect(stored.map(\.article.title) == ["Wheat"])
      let matches = try await backend.matches(of: request("wheat"), in: stored[0].article)
      #expect(matches.map(\.range) == [0..<5, 10..<15])
      #expect(try await backend.suggestions(for: "harbur") == ["harbour"])
      #expect(try await backend.people(beginning: "") == [])
      #expect(try await backend.rules() == [])
    }
  }

  @Test func whatIsMissingIsMadeForAWriterAlone() async throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("none-\(UUID().uuidString)/index.db").path
    let archive = EmbeddedArchive(path: path, threads: ThreadExecutor(limit: 1))
    await #expect(throws: ArticleIndexError.missing(path: path)) { try await archive.backend() }
    await #expect(throws: ArticleIndexError.missing(path: path)) {
      try await archive.writer(making: false)
    }
    await #expect(throws: ArticleIndexError.missing(path: path)) {
      try await archive.inspection.statistics()
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  /// An article that goes leaves its place to its duplicate.
  @Test func articlesAreTakenOutByTheirIDs() async throws {
    try await withArchive { archive, _ in
      let writer = try await archive.writer(making: false)
      #expect(try await writer.remove(ids: ["1", "4"]) == 1)
      let backend = try await archive.backend()
      #expect(try await backend.search(request("wheat")).hits.map(\.id).sorted() == ["2", "3"])
      #expect(try await writer.remove(ids: ["2", "3"]) == 2)
      #expect(try await backend.search(request("wheat")).total == 0)
      #expect(try await archive.inspection.check(repair: false) { _ in }.findings == [])
      #expect(try await archive.inspection.statistics().articles == 0)
    }
  }

  @Test func theStateChangesWithTheArchiveAlone() async throws {
    try await withArchive { archive, _ in
      let inspection = archive.inspection
      let first = try await inspection.state()
      _ = try await archive.backend().search(request("wheat"))
      #expect(try await inspection.state() == first)
      _ = try await archive.writer(making: false).remove(ids: ["2"])
      let second = try await inspection.state()
      #expect(second != first)
      #expect(try await inspection.state() == second)
      #expect(try await archive.inspection.state() != second)
    }
  }

  @Test func aRequestForWhatAnArchiveCannotDoIsRefused() throws {
    var request = request("wheat") { $0.explains = true }
    request.timeline = FacetRequest(.person)
    #expect(request.needs == [.explanations, .timelines])
    try request.check(against: [.explanations, .timelines, .passages])
    let error = #expect(throws: MissingAbility.self) { try request.check(against: [.timelines]) }
    #expect(error?.description == "this archive has no explanations")
  }

  /// Questions that wait, more than there are cores, leave Swift's own threads free.
  @Test(arguments: kinds)
  func whoWaitsBlocksNoThreadOfThePool(_ readers: EmbeddedArchive.Readers) async throws {
    try await withArchive(readers) { archive, _ in
      let backend = try await archive.backend()
      let isOpen = Guarded(false)
      let asked = (0..<4 * Environment.coreCount).map { _ in
        Task {
          try await backend.stream(request("wheat")) { _ in
            while !isOpen.withLock({ $0 }) { usleep(1000) }
          }.total
        }
      }
      for _ in 0..<100 { await Task { await Task.yield() }.value }
      isOpen.withLock { $0 = true }
      for task in asked { #expect(try await task.value == 2) }
    }
  }
}
