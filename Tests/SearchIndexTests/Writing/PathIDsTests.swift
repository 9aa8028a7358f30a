import Foundation
import IndexDefinition
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

  /// Those that indexes of format 1 made of the absolute path lead to the article too, in rules as well.
  @Test(arguments: [("1.txt", nil), ("dump.jsonl", "line 3"), ("feed.xml", "article 2")])
  func formerIDsLeadToTheArticle(name: String, member: String?) throws {
    try withTemporaryDirectory { folder in
      let archive = try TestArchive(folder)
      try "Talks by Mr Ada Quill went on.".write(
        to: archive.url("1.txt"), atomically: false, encoding: .utf8)
      try "{\"body\":\"One.\"}\n\n{\"body\":\"Mr Ada Quill spoke twice.\"}\n".write(
        to: archive.url("dump.jsonl"), atomically: false, encoding: .utf8)
      let items = ["Nobody", "Mr Ada Quill came"].map {
        "<item><title>\($0)</title><description>\($0) at last.</description></item>"
      }
      try "<rss><channel>\(items.joined())</channel></rss>".write(
        to: archive.url("feed.xml"), atomically: false, encoding: .utf8)
      try archive.run()
      let path = try #require(
        try archive.strings("SELECT path FROM file WHERE name = '\(name)'").first)
      let former = DerivedID(file: path, member: member).description
      let today = DerivedID(file: name, member: member).description
      #expect(try archive.index.articles(named: former).map(\.article.id) == [today])
      let rule = PersonRule.split("Ada Quill", into: "Bo Marsh", where: .article(former))
      let change = try PersonCorrections(index: archive.index).make([rule])
      #expect(change.made == [.split("Ada Quill", into: "Bo Marsh", where: .article(today))])
      #expect(change.articles == 1)
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
