import Foundation
import IndexDefinition
import QueryLanguage
import SQLite
import SearchIndex
import SearchModel
import TestSupport
import Testing

/// What is readable of a damaged file, as a sound one; and repair, which rests on it.
struct SalvageTests {
  /// Two files, a duplicate, a rule, articles of several pages; closed, with no log beside it.
  private func withFile(_ body: (URL, _ path: String) throws -> Void) throws {
    try withTemporaryDirectory { folder in
      let news = try Self.makeArchive(in: folder)
      let path = folder.appendingPathComponent("copy.db").path
      try FileManager.default.copyItem(atPath: news, toPath: path)
      try body(folder, path)
    }
  }

  private static func makeArchive(in folder: URL) throws -> String {
    let archive = try TestArchive(folder)
    let long = (1...9000).map { "word\($0)" }.joined(separator: " ")
    try archive.write(
      "one.jsonl",
      [
        ["id": "a", "title": "Talks", "body": "Walter Bexley met Anna Lund in Oslo. " + long],
        ["id": "b", "body": "Mr Bexley went to Paris.", "date": "2024-05-06"],
        ["id": "c", "body": "Running water.", "source": "Harbour Post"],
      ])
    try archive.run()
    try archive.write("two.jsonl", [["id": "d", "body": "Running water."]])
    try archive.run()
    let merge = PersonRule.merge("Anna Lund", into: "Anna B. Lund")
    _ = try PersonCorrections(index: archive.index).make([merge])
    return archive.index.path
  }

  private func truth(_ path: String) throws -> [[Row]] {
    let connection = try Connection(path, .readOnly)
    return try [
      "SELECT * FROM article ORDER BY id", "SELECT * FROM duplicate ORDER BY id",
      "SELECT * FROM file ORDER BY id", "SELECT * FROM root", "SELECT * FROM person_rule",
      "SELECT * FROM article_person ORDER BY 1, 2", "SELECT * FROM article_country ORDER BY 1, 2",
    ].map { try connection.rows($0) }
  }

  private func salvage(_ path: String, to new: String) throws -> SalvageSummary {
    var summary = try IndexSalvage(from: path, to: new).run { _, _ in }
    summary.seconds = 0
    return summary
  }

  private func change(_ path: String, _ body: (inout Data) throws -> Void) throws {
    let url = URL(fileURLWithPath: path)
    var data = try Data(contentsOf: url)
    try body(&data)
    try data.write(to: url)
  }

  private var whole: SalvageSummary {
    var summary = SalvageSummary()
    (summary.articles, summary.duplicates, summary.files, summary.rules) = (3, 1, 2, 1)
    return summary
  }

  @Test func aSoundFileComesAlongWhole() throws {
    try withFile { folder, path in
      let new = folder.appendingPathComponent("new.db").path
      #expect(try salvage(path, to: new) == whole)
      #expect(try truth(new) == truth(path))
      let index = try ArticleIndex(path: new, access: .readWrite)
      #expect(try IndexCheck(index: index).run(repair: false) { _ in }.findings == [])
      #expect(!FileManager.default.fileExists(atPath: new + ".salvaged"))
    }
  }

  @Test func aFileOfTheFormatBeforeComesAlong() throws {
    try withFile { folder, path in
      let old = try Connection(path, .readWrite)
      try old.execute(FormatTwo.lackedColumns)
      old.close()
      let new = folder.appendingPathComponent("new.db").path
      #expect(try salvage(path, to: new) == whole)
    }
  }

  /// The header and the roots of all trees: no SQLite could begin to read it.
  @Test func aFileWithoutItsFirstPageComesAlong() throws {
    try withFile { folder, path in
      try change(path) { $0.replaceSubrange(0..<IndexFormat.pageSize, with: Data(count: 16384)) }
      let new = folder.appendingPathComponent("new.db").path
      #expect(try salvage(path, to: new) == whole)
    }
  }

  /// A killed run leaves what it committed there.
  @Test func whatIsInTheLogComesAlong() throws {
    try withTemporaryDirectory { folder in
      let index = try ArticleIndex(
        path: folder.appendingPathComponent("index.db").path, access: .readWrite)
      let article = Article(id: "x", title: "T", body: "Only in the log.")
      try IndexRun(index: index, options: .init()).store([(article, Tags())])
      let writer = try Connection(index.path, .readWrite)
      try writer.execute("UPDATE article SET url = 'http://log'")
      let left = folder.appendingPathComponent("left.db").path
      for ending in ["", "-wal"] {
        try FileManager.default.copyItem(atPath: index.path + ending, toPath: left + ending)
      }
      let new = folder.appendingPathComponent("new.db").path
      // The url is not what the article was stored with.
      #expect(try salvage(left, to: new).altered == ["x"])
      #expect(try Connection(new, .readOnly).value("SELECT url FROM article") == "http://log")
    }
  }

  @Test func anAlteredArticleIsNamedAndItsFileIsReadAgain() throws {
    try withFile { folder, path in
      try change(path) { data in
        let place = try #require(data.range(of: Data("went to Paris".utf8))).lowerBound
        data[place] ^= 1
      }
      let new = folder.appendingPathComponent("new.db").path
      var expected = whole
      expected.altered = ["b"]
      #expect(try salvage(path, to: new) == expected)
      let index = try ArticleIndex(path: new, access: .readWrite)
      let news = folder.appendingPathComponent("news").path
      let summary = try IndexRun(index: index, options: .init()).run(paths: [news]) { _ in }
      #expect(summary.updated == 1)
      #expect(try truth(new)[0] == truth(folder.appendingPathComponent("index.db").path)[0])
    }
  }

  @Test func aDuplicateOfAnAlteredArticleIsAlteredToo() throws {
    try withFile { folder, path in
      try change(path) { data in
        let place = try #require(data.range(of: Data("Running water".utf8))).lowerBound
        data[place] ^= 1
      }
      let new = folder.appendingPathComponent("new.db").path
      #expect(try salvage(path, to: new).altered == ["c", "d"])
      #expect(try check(new).findings == [])
      let index = try ArticleIndex(path: new, access: .readWrite)
      let news = folder.appendingPathComponent("news").path
      _ = try IndexRun(index: index, options: .init()).run(paths: [news]) { _ in }
      let bodies: [String] = try index.read {
        try $0.values("SELECT body FROM article WHERE body LIKE '%unning%'")
      }
      #expect(bodies == ["Running water."])
      #expect(try check(new).findings == [])
    }
  }

  /// Its text went on over a page that is zeros now.
  @Test func aLostArticleIsCountedAndComesBackFromItsFile() throws {
    try withFile { folder, path in
      try change(path) { data in
        let place = try #require(data.range(of: Data("word8000 ".utf8))).lowerBound
        let page = place / IndexFormat.pageSize * IndexFormat.pageSize
        data.replaceSubrange(page..<page + IndexFormat.pageSize, with: Data(count: 16384))
      }
      let new = folder.appendingPathComponent("new.db").path
      let summary = try salvage(path, to: new)
      #expect(summary.articles == 2)
      #expect(summary.lost == 1)
      let index = try ArticleIndex(path: new, access: .readWrite)
      let news = folder.appendingPathComponent("news").path
      #expect(try IndexRun(index: index, options: .init()).run(paths: [news]) { _ in }.indexed == 1)
    }
  }

  @Test func whatIsNoIndexLeavesNothingBehind() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("other").path
      try Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
        .write(to: URL(fileURLWithPath: path))
      let new = folder.appendingPathComponent("new.db").path
      #expect(throws: ArticleIndexError.notAnIndex(path: path)) { _ = try salvage(path, to: new) }
      #expect(throws: ArticleIndexError.missing(path: new)) { _ = try salvage(new, to: path) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["other"])
    }
  }

  @Test func whatWasRemovedStaysKnownAsRemoved() throws {
    try withFile { folder, path in
      let options = IndexingOptions()
      let index = try ArticleIndex(path: path, access: .readWrite)
      let id: String = try index.read { try $0.value("SELECT external_id FROM article") ?? "" }
      _ = try IndexRun(index: index, options: options).remove([.named(id)], erases: false)
      let removed = "SELECT body_hash || external_id || file_id FROM removed ORDER BY 1"
      let before: [String] = try index.read { try $0.values(removed) }
      let new = folder.appendingPathComponent("new.db").path
      _ = try salvage(path, to: new)
      let after: [String] = try ArticleIndex(path: new, access: .readOnly)
        .read { try $0.values(removed) }
      #expect(after == before && !before.isEmpty)
    }
  }

  @Test func aFileThatIsThereIsNotOverwritten() throws {
    try withFile { _, path in
      #expect(throws: ArticleIndexError.alreadyThere(path: path)) {
        _ = try salvage(path, to: path)
      }
    }
  }

  // MARK: - Repair

  private func repair(_ path: String) throws -> CheckReport {
    try IndexRepair(path: path).run { _ in }
  }

  private func check(_ path: String) throws -> CheckReport {
    try IndexCheck(index: ArticleIndex(path: path, access: .readOnly)).run(repair: false) { _ in }
  }

  @Test func aDamagedPageIsMendedInANewFileAndTheOldOneIsKept() throws {
    try withFile { folder, path in
      let before = try truth(path)
      try change(path) { data in
        let place = try #require(
          data.range(of: Data("Volodymyr".utf8))
            ?? data.range(of: Data("Walter Bexley".utf8), options: .backwards)
        ).lowerBound
        data[place] ^= 2
      }
      let damaged = try Data(contentsOf: URL(fileURLWithPath: path))
      let report = try repair(path)
      #expect(report.findings.contains { $0.side == .file && $0.isRepaired })
      #expect(try Data(contentsOf: URL(fileURLWithPath: path + ".damaged")) == damaged)
      #expect(try check(path).findings == [])
      #expect(try truth(path).dropFirst(3) == before.dropFirst(3))
    }
  }

  /// What another program changed in a table that is derived is mended where it is.
  @Test(
    arguments: [
      "DELETE FROM stem", "UPDATE column_chunk SET data = zeroblob(65536) WHERE name = 'date'",
      "UPDATE meta SET value = 'fr' WHERE key = 'language'",
      "DELETE FROM article_fts_idx", "INSERT INTO stem VALUES ('en', 'walk', 'river')",
      "INSERT INTO article_fts(article_fts) VALUES ('optimize')", "VACUUM", "ANALYZE",
    ]) func whatAnotherProgramWroteIsVerifiedAndSealed(sql: String) throws
  {
    try withFile { folder, path in
      let before = try truth(path)
      try StockSQLite.execute(sql, on: path)
      #expect(try repair(path).isSound)
      let report = try check(path)
      #expect(report == CheckReport())
      #expect(!FileManager.default.fileExists(atPath: path + ".damaged"))
      #expect(try truth(path) == before)
    }
  }

  /// The column is the last that tells of them: it is not built anew without them.
  @Test func tagsThatAreGoneAreWorkedOutFromTheTextAgain() throws {
    try withFile { folder, path in
      let before = try truth(path)
      try StockSQLite.execute("DELETE FROM article_entity WHERE article_id = 2", on: path)
      let report = try repair(path)
      #expect(report.findings.contains { $0.message == "tags of 1 articles are missing" })
      #expect(FileManager.default.fileExists(atPath: path + ".damaged"))
      #expect(try check(path).findings == [])
      #expect(try truth(path) == before)
    }
  }

  /// A file that no one can open.
  @Test func aFileWithoutAHeaderIsMended() throws {
    try withFile { folder, path in
      let before = try truth(path)
      try change(path) { $0.replaceSubrange(0..<100, with: Data(count: 100)) }
      #expect(throws: ArticleIndexError.self) { _ = try check(path) }
      #expect(try repair(path).isSound)
      #expect(try truth(path) == before)
    }
  }

  /// Answers come with a note, not with an error, where a program has changed what may be changed.
  @Test func anAnswerSaysThatAnotherProgramHasWritten() throws {
    try withFile { folder, path in
      try StockSQLite.execute("VACUUM", on: path)
      let searcher = Searcher(try ArticleIndex(path: path, access: .readOnly))
      let results = try searcher.search(
        SearchRequest(text: "running", query: .term(Term("running"))))
      #expect(results.total == 1)
      #expect(results.notes.contains { $0.hasPrefix("another program has written") })
    }
  }
}
