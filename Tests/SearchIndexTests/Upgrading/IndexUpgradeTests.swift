import Foundation
import IndexDefinition
import NewsTagging
import SQLite
import SearchIndex
import SearchModel
import TestSupport
import Testing

/// A file of an older format, made anew from its own articles and rules.
struct IndexUpgradeTests {
  private static let upgraded = UpgradeSummary(
    oldVersion: 1, newVersion: IndexFormat.version, articles: 5)

  /// Two files, a duplicate, equal bodies that are kept apart, a rule.
  private func withOldArchive(_ body: (TestArchive) throws -> Void) throws {
    try withArchive { archive in
      try archive.write(
        "one.jsonl",
        [
          [
            "id": "a", "title": "Talks",
            "body": "Walter Bexley met Anna Lund in Oslo on 3 May 2024.",
          ],
          ["id": "b", "body": "Mr Bexley went to Paris.", "date": "2024-05-06"],
          ["id": "c", "body": "Running water.", "source": "Harbour Post"],
        ])
      try archive.write("two.jsonl", [["id": "d", "body": "Running water."]])
      try archive.run()
      try archive.write("three.jsonl", [["id": "e", "body": "Running water."]])
      try archive.write("four.jsonl", [["id": "f", "body": "W. Bexley spoke of running."]])
      try archive.run(keepsDuplicates: true)
      let merge = PersonRule.merge("Anna Lund", into: "Anna B. Lund")
      _ = try PersonCorrections(index: archive.index).make([merge])
      try body(archive)
    }
  }

  private func age(_ archive: TestArchive) throws {
    try Connection(archive.index.path, .readWrite).execute("PRAGMA user_version = 1")
  }

  /// Runs without the seconds, so that summaries compare.
  private func upgrade(_ path: String) throws -> UpgradeSummary {
    var summary = try IndexUpgrade(path: path).run { _, _ in }
    summary.seconds = 0
    return summary
  }

  private func contents(_ archive: TestArchive) throws -> [[Row]] {
    try [
      "SELECT * FROM article ORDER BY id", "SELECT * FROM duplicate ORDER BY id",
      "SELECT * FROM file ORDER BY id", "SELECT * FROM root", "SELECT * FROM person_rule",
      "SELECT * FROM article_person ORDER BY 1, 2", "SELECT * FROM article_country ORDER BY 1, 2",
      "SELECT * FROM named_person ORDER BY 1, 2", "SELECT * FROM stem ORDER BY 1, 2, 3",
      "SELECT * FROM meta ORDER BY key",
      "SELECT article_id, kind, value, start FROM mention ORDER BY 1, 2, 3, 4",
    ].map { sql in try Connection(archive.index.path, .readOnly).rows(sql) }
  }

  @Test func anOlderFormatIsTold() throws {
    try withOldArchive { archive in
      try age(archive)
      for access in [ArticleIndex.Access.readOnly, .readWrite] {
        let error = #expect(throws: ArticleIndexError.self) {
          _ = try ArticleIndex(path: archive.index.path, access: access)
        }
        #expect(
          error
            == .otherVersion(
              path: archive.index.path, found: 1,
              supported: IndexFormat.version))
      }
    }
  }

  /// What can be worked out is lost on the way, and a table of the format is missing.
  @Test func theArchiveIsAsItWas() throws {
    try withTemporaryDirectory { folder in
      var before: [[Row]] = []
      var path = ""
      try withOldArchive { archive in
        path = folder.appendingPathComponent("old.db").path
        before = try contents(archive)
        try archive.index.read { _ in }
        try Connection(archive.index.path, .readOnly).execute("VACUUM INTO ?", .text(path))
        #expect(
          before.map(\.count) == [5, 1, 4, 1, 1, 4, 2, 0, before[8].count, 2, before[10].count])
      }
      let old = try Connection(path, .readWrite)
      try old.execute(
        """
        PRAGMA user_version = 1; DROP TABLE person_name; DELETE FROM stem;
        DELETE FROM column_chunk; DELETE FROM article_entity; DELETE FROM entity
        """)
      old.close()
      #expect(try upgrade(path) == Self.upgraded)
      let index = try ArticleIndex(path: path, access: .readWrite)
      let after = try [0, 1, 2, 3, 4].map { number in
        try index.read { try $0.rows(Self.tables[number]) }
      }
      #expect(after == Array(before.prefix(5)))
      #expect(try IndexCheck(index: index).run(repair: false) { _ in }.findings == [])
    }
  }

  private static let tables = [
    "SELECT * FROM article ORDER BY id", "SELECT * FROM duplicate ORDER BY id",
    "SELECT * FROM file ORDER BY id", "SELECT * FROM root", "SELECT * FROM person_rule",
  ]

  @Test func tagsRulesAndRunsGoOnAsBefore() throws {
    try withTemporaryDirectory { folder in
      var archive = try TestArchive(folder)
      try archive.write("one.jsonl", [["id": "a", "body": "Anna Lund met Olaf Berg in Oslo."]])
      try archive.run()
      _ = try PersonCorrections(index: archive.index)
        .make([.merge("Anna Lund", into: "Anna B. Lund")])
      let before = try contents(archive)
      try age(archive)
      let path = archive.index.path
      let moved = folder.appendingPathComponent("moved.db").path
      try Connection(path, .readOnly).execute("VACUUM INTO ?", .text(moved))
      #expect(try upgrade(moved).articles == 1)
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.moveItem(atPath: moved, toPath: path)
      for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
      archive = try TestArchive(again: archive)
      #expect(try contents(archive) == before)
      #expect(try archive.run().unchanged == 1)
      _ = try PersonCorrections(index: archive.index).undo()
      #expect(
        try archive.strings("SELECT name FROM article_person ORDER BY 1")
          == ["Anna Lund", "Olaf Berg"])
    }
  }

  @Test func aFileOfThisFormatIsLeftAlone() throws {
    try withOldArchive { archive in
      let summary = try upgrade(archive.index.path)
      #expect(
        summary
          == UpgradeSummary(
            oldVersion: IndexFormat.version, newVersion: IndexFormat.version))
      #expect(!summary.isDone)
      #expect(try archive.check() == [])
    }
  }

  @Test(arguments: [9, IndexFormat.version + 1]) func aNewerFormatIsRefused(version: Int) throws {
    try withOldArchive { archive in
      let path = archive.index.path
      try Connection(path, .readWrite).execute("PRAGMA user_version = \(version)")
      #expect(
        throws: ArticleIndexError.otherVersion(
          path: path, found: version, supported: IndexFormat.version)
      ) {
        _ = try upgrade(path)
      }
    }
  }

  @Test func whatIsNoIndexIsRefused() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("other.db").path
      #expect(throws: ArticleIndexError.missing(path: path)) { _ = try upgrade(path) }
      try Connection(path, .readWrite).execute("CREATE TABLE t(a)")
      #expect(throws: ArticleIndexError.notAnIndex(path: path)) { _ = try upgrade(path) }
      #expect(throws: ArticleIndexError.notAFile(path: folder.path, kind: "a folder")) {
        _ = try upgrade(folder.path)
      }
    }
  }

  /// The old file's log may not outlive it beside the new one.
  @Test func aFileInUseIsLeftAsItIs() throws {
    try withOldArchive { archive in
      try age(archive)
      let path = archive.index.path
      let error = #expect(throws: ArticleIndexError.self) {
        _ = try IndexUpgrade(path: path, options: Self.impatient).run { _, _ in }
      }
      guard case .busy = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(try Connection(path, .readOnly).value("PRAGMA user_version") == 1)
      #expect(!FileManager.default.fileExists(atPath: path + ".upgrade"))
    }
  }

  private static var impatient: IndexingOptions {
    var options = IndexingOptions()
    options.patience = .milliseconds(50)
    return options
  }

  /// Rules that no one can read end it; the old file is as it was, WAL and all.
  @Test func anUpgradeThatFailsLeavesNothingBehind() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("index.db").path
      _ = try ArticleIndex(path: path, access: .readWrite)
      let old = try Connection(path, .readWrite)
      try old.execute(
        """
        INSERT INTO person_rule(rule, made) VALUES ('nonsense', ''); PRAGMA user_version = 1
        """)
      old.close()
      #expect(throws: (any Error).self) { _ = try upgrade(path) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["index.db"])
      let again = try Connection(path, .readOnly)
      #expect(try again.journal() == .wal)
      #expect(try again.value("PRAGMA user_version") == 1)
    }
  }

  /// Something that looks like a log of the old file would be taken for the new one's; so would rows
  /// in the new file's own log be lost while someone has it open.
  @Test(arguments: [false, true])
  func whatIsInTheWayAtTheLastMomentLeavesTheOldFile(isTheNewFileOpen: Bool) throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("index.db").path
      try store([article(1, "T", "B")], in: ArticleIndex(path: path, access: .readWrite))
      try Connection(path, .readWrite).execute("PRAGMA user_version = 1")
      var visitor: Connection?
      let error = #expect(throws: ArticleIndexError.self) {
        try IndexUpgrade(path: path).run { _, _ in
          if !isTheNewFileOpen {
            _ = FileManager.default.createFile(atPath: path + "-wal", contents: nil)
          } else if visitor == nil {
            visitor = try? Connection(path + ".upgrade", .readOnly)
            let _: Int? = try? visitor?.value("SELECT count(*) FROM article")
          }
        }
      }
      #expect(error?.description.contains("is being written by another process:") == true)
      visitor?.close()
      let old = try Connection(path, .readOnly)
      #expect(try old.value("PRAGMA user_version") == 1)
      #expect(try old.value("SELECT count(*) FROM article") == 1)
      #expect(try old.journal() == .wal)
      #expect(!FileManager.default.fileExists(atPath: path + ".upgrade"))
      old.close()
      #expect(try upgrade(path).articles == 1)
    }
  }

  /// Whoever waits for the lock finds the work done.
  @Test func twoUpgradesAtOnceAreOne() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("wsearch-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("index.db").path
    do {
      let index = try ArticleIndex(path: path, access: .readWrite)
      let articles = (1...200).map { number in
        (Article(id: "\(number)", title: "T", body: "Anna Lund \(number) ran."), Tags())
      }
      try IndexRun(index: index, options: .init()).store(articles)
    }
    try Connection(path, .readWrite).execute("PRAGMA user_version = 1")
    async let one = Task.detached { try IndexUpgrade(path: path).run { _, _ in } }.value
    async let other = Task.detached { try IndexUpgrade(path: path).run { _, _ in } }.value
    let articles = try await [one, other].map(\.articles).sorted()
    #expect(articles == [0, 200])
    #expect(try ArticleIndex(path: path, access: .readOnly).statistics().articles == 200)
  }

  /// Also what an upgrade left that was cut off is no obstacle; a link stays one.
  @Test func theNewFileTakesThePlaceAndThePermissionsOfTheOld() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("index.db").path
      do {
        let index = try ArticleIndex(path: path, access: .readWrite)
        try IndexRun(index: index, options: .init()).store([
          (Article(id: "a", title: "T", body: "B"), Tags())
        ])
      }
      try Connection(path, .readWrite).execute("PRAGMA user_version = 1")
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      for ending in ["", "-wal", "-shm"] {
        try "left".write(toFile: path + ".upgrade" + ending, atomically: true, encoding: .utf8)
      }
      let link = folder.appendingPathComponent("link.db").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
      #expect(try upgrade(link).articles == 1)
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(files.filter { $0.contains("upgrade") || $0.hasSuffix(".lock") } == [])
      #expect(try ArticleIndex(path: link, access: .readOnly).statistics().articles == 1)
    }
  }
}
