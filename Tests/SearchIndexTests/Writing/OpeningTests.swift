import Foundation
import IndexDefinition
import SQLite
import SearchIndex
import SearchModel
import TestSupport
import Testing

struct OpeningTests {
  private static func error(_ body: () throws -> Void) -> ArticleIndexError? {
    do { try body() } catch { return error as? ArticleIndexError }
    return nil
  }

  @Test func aMissingIndexIsNamed() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("none.db").path
      #expect(throws: ArticleIndexError.missing(path: path)) {
        _ = try ArticleIndex(path: path, access: .readOnly)
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func otherFilesAreNoIndex() throws {
    try withTemporaryDirectory { folder in
      let text = folder.appendingPathComponent("text.db")
      try String(repeating: "no database ", count: 200).write(
        to: text, atomically: true, encoding: .utf8)
      let database = folder.appendingPathComponent("other.db")
      try Connection(database.path, .readWrite).execute("CREATE TABLE t(a)")
      for path in [text.path, database.path] {
        for access in [ArticleIndex.Access.readOnly, .readWrite] {
          #expect(throws: ArticleIndexError.notAnIndex(path: path)) {
            _ = try ArticleIndex(path: path, access: access)
          }
        }
      }
    }
  }

  @Test func aFolderIsNoFile() throws {
    try withTemporaryDirectory { folder in
      for access in [ArticleIndex.Access.readOnly, .readWrite] {
        #expect(throws: ArticleIndexError.notAFile(path: folder.path, kind: "a folder")) {
          _ = try ArticleIndex(path: folder.path, access: access)
        }
      }
    }
  }

  @Test func anotherFormatVersionIsRefused() throws {
    try withArchive { archive in
      try Connection(archive.index.path, .readWrite).execute("PRAGMA user_version = 9")
      #expect(
        throws: ArticleIndexError.otherVersion(
          path: archive.index.path, found: 9, supported: IndexFormat.version)
      ) {
        _ = try ArticleIndex(path: archive.index.path, access: .readOnly)
      }
    }
  }

  /// Made of one by wsearch before it had a room for SQLite of its own: a table of migrations stands
  /// beside ours.
  @Test func anIndexWithATableOfMigrationsIsReadAndWritten() throws {
    try withTemporaryDirectory { folder in
      let archive = try TestArchive(folder)
      try archive.write("one.jsonl", [["id": "a", "body": "Anna Lund met Olaf Berg in Oslo."]])
      try archive.run()
      try Connection(archive.index.path, .readWrite).execute(
        """
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
        INSERT INTO grdb_migrations VALUES ('0001-articles'), ('0002-person-forms')
        """)
      let reader = try ArticleIndex(path: archive.index.path, access: .readOnly)
      #expect(try reader.statistics().people == 2)
      let again = try TestArchive(again: archive)
      try again.write("two.jsonl", [["id": "b", "body": "Anna J. Lund went to Paris."]])
      #expect(try again.run().indexed == 1)
      #expect(try again.check() == [])
      #expect(try again.strings("SELECT DISTINCT name FROM article_person ORDER BY 1").count == 2)
    }
  }

  /// Before anything was written, and after the table that earlier versions made first.
  @Test(arguments: ["", "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)"])
  func aCutOffCreationIsMadeGood(sql: String) throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("index.db").path
      _ = FileManager.default.createFile(atPath: path, contents: nil)
      try Connection(path, .readWrite).execute(sql)
      #expect(throws: ArticleIndexError.missing(path: path)) {
        _ = try ArticleIndex(path: path, access: .readOnly)
      }
      _ = try ArticleIndex(path: path, access: .readWrite)
      #expect(try ArticleIndex(path: path, access: .readOnly).statistics().articles == 0)
    }
  }

  @Test func anOverwrittenPageIsDamage() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [["id": "a", "body": "Some text."]])
      try archive.run()
      let copy = archive.folder.appendingPathComponent("copy.db")
      try FileManager.default.copyItem(atPath: archive.index.path, toPath: copy.path)
      let handle = try FileHandle(forUpdating: copy)
      try handle.seek(toOffset: 100)
      try handle.write(contentsOf: Data(repeating: 0xFF, count: 3000))
      try handle.close()
      let error = Self.error {
        _ = try ArticleIndex(path: copy.path, access: .readOnly).statistics()
      }
      guard case .damaged = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  /// What a reader finds on a read-only disk: no log, no lock, no way to make them.
  @Test func anImmutableCopyIsRead() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [["id": "a", "body": "Some text."]])
      try archive.run()
      let folder = archive.folder.appendingPathComponent("locked #1")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let copy = folder.appendingPathComponent("copy?.db")
      try FileManager.default.copyItem(atPath: archive.index.path, toPath: copy.path)
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
      defer {
        try? FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: folder.path)
      }
      #expect(try ArticleIndex(path: copy.path, access: .readOnly).statistics().articles == 1)
    }
  }
}
