import Foundation
import SQLite
import SearchIndex
import SearchModel
import TestSupport
import Testing

/// Ids of articles that bring none: of the path below the folder that was named.
struct PathIDsTests {
  private func ids(_ folder: URL, _ name: String, naming path: String) throws -> [String] {
    let place = folder.appendingPathComponent(name).appendingPathComponent("1916")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for number in 1...2 {
      try "Talks number \(number) went on.".write(
        to: place.appendingPathComponent("\(number).txt"), atomically: false, encoding: .utf8)
    }
    let index = try ArticleIndex(
      path: folder.appendingPathComponent(name + ".db").path, access: .readWrite)
    _ = try IndexRun(index: index, options: IndexingOptions()).run(
      paths: [folder.appendingPathComponent(name + path).path]) { _ in }
    return try index.read {
      try $0.values("SELECT external_id FROM article ORDER BY path")
    }
  }

  @Test func theyAreTheSameWhereverTheFolderLies() throws {
    try withTemporaryDirectory { folder in
      let here = try ids(folder, "here", naming: "")
      #expect(Set(here).count == 2)
      #expect(try ids(folder, "there/deep", naming: "") == here)
      #expect(try ids(folder, "below", naming: "/1916") != here)
    }
  }

  /// Also when a folder within is named later, or one around.
  @Test func theyStayWhenTheArticleChanges() throws {
    try withTemporaryDirectory { folder in
      let before = try ids(folder, "here", naming: "")
      let file = folder.appendingPathComponent("here/1916/1.txt")
      try "Talks went on and on.".write(to: file, atomically: false, encoding: .utf8)
      let index = try ArticleIndex(
        path: folder.appendingPathComponent("here.db").path, access: .readWrite)
      let run = IndexRun(index: index, options: IndexingOptions())
      let summary = try run.run(paths: [file.deletingLastPathComponent().path]) { _ in }
      #expect(summary.indexed == 0 && summary.updated == 1)
      let after = try index.read {
        try $0.values("SELECT external_id FROM article ORDER BY path") as [String]
      }
      #expect(after == before)
    }
  }
}
