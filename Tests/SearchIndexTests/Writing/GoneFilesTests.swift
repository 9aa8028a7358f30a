import Foundation
import OperatingSystem
import SearchIndex
import SearchModel
import TestSupport
import Testing

/// Files that are gone, and files that are found again elsewhere.
struct GoneFilesTests {
  private static let barley = ["id": "a", "title": "Harvest", "body": "Barley was cut early."]
  private static let rain = ["id": "b", "title": "Weather", "body": "Rain fell on the barley."]

  private func places(_ archive: TestArchive) throws -> [String] {
    try archive.strings("SELECT external_id || ' ' || path FROM article ORDER BY id")
  }

  @Test func aRunTellsOfFilesThatAreGoneUntilTheyArePruned() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [Self.barley, Self.rain])
      try archive.write("two.txt.jsonl", [["id": "c", "body": "Wheat."]])
      try archive.run()
      try archive.remove("one.jsonl")
      let gone = Guarded<[String]>([])
      let summary = try IndexRun(index: archive.index, options: IndexingOptions()).run(
        paths: [archive.folder.path]
      ) { event in
        if case .gone(let path, let articles) = event {
          gone.withLock { $0.append("\(FilePath.name(of: path)) \(articles)") }
        }
      }
      #expect(counts(summary.goneFiles, summary.goneArticles, summary.unchanged) == "1 2 1")
      #expect(gone.withLock { $0 } == ["one.jsonl 2"])
      // A run over something else says nothing of it.
      let other = try IndexRun(index: archive.index, options: IndexingOptions()).run(
        paths: [archive.url("two.txt.jsonl").path]) { _ in }
      #expect(other.goneFiles == 0)
      #expect(try archive.run(prune: true).goneFiles == 0)
      #expect(try archive.run().goneFiles == 0)
    }
  }

  @Test func aRenamedFileKeepsItsArticlesAndTheirIDs() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [Self.barley, Self.rain])
      try "Plain text\n\nOf a file without ids.\n".write(
        to: archive.url("plain.txt"), atomically: false, encoding: .utf8)
      try archive.run()
      let before = try places(archive)
      for (old, new) in [("one.jsonl", "renamed.jsonl"), ("plain.txt", "deep.txt")] {
        try FileManager.default.moveItem(at: archive.url(old), to: archive.url(new))
      }
      let summary = try archive.run()
      #expect(counts(summary.movedFiles, summary.unchanged, summary.goneFiles) == "2 3 0")
      let expected = before.map {
        $0.replacing("/one.jsonl", with: "/renamed.jsonl").replacing(
          "/plain.txt", with: "/deep.txt")
      }
      #expect(try places(archive) == expected)
      #expect(try archive.run().unchanged == 3)
      #expect(try archive.check() == [])
    }
  }

  @Test func aCopyIsNoMove() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [Self.barley])
      try archive.run()
      try FileManager.default.copyItem(at: archive.url("one.jsonl"), to: archive.url("two.jsonl"))
      let summary = try archive.run()
      #expect(counts(summary.movedFiles, summary.duplicates, summary.unchanged) == "0 1 1")
    }
  }

  @Test func sourcesCarriedElsewhereAreKnownThere() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [Self.barley, Self.rain])
      try archive.run()
      let new = archive.folder.deletingLastPathComponent().appendingPathComponent("carried")
      try FileManager.default.moveItem(at: archive.folder, to: new)
      let summary = try SourceMove(index: archive.index).run(
        archive.folder.path, to: new.path + "/")
      #expect(summary == MoveSummary(files: 1, articles: 2))
      let place = new.appendingPathComponent("one.jsonl").path
      #expect(try places(archive) == ["a \(place)", "b \(place)"])
      #expect(try archive.index.articles(named: place).map(\.article.id) == ["a", "b"])
      let again = try IndexRun(index: archive.index, options: IndexingOptions()).run(paths: []) {
        _ in
      }
      #expect(counts(again.unchanged, again.goneFiles, again.indexed) == "2 0 0")
      let none = try SourceMove(index: archive.index).run("/no/such", to: new.path)
      #expect(none == MoveSummary())
    }
  }

  private func counts(_ counts: Int...) -> String {
    counts.map(String.init).joined(separator: " ")
  }
}
