import Foundation
import IndexDefinition
import SQLite
import SearchModel
import TestSupport
import Testing

@testable import SearchEngine
@testable import SearchIndex

struct WriterTests {
  @Test func aSecondWriterIsToldWhoHoldsTheIndex() throws {
    try withArchive { archive in
      let lock = archive.index.path + ".lock"
      let holder = open(lock, O_RDWR | O_CREAT, 0o644)
      defer { close(holder) }
      #expect(flock(holder, LOCK_EX) == 0)
      try "someone, process 7".write(toFile: lock, atomically: false, encoding: .utf8)
      var options = IndexingOptions()
      options.patience = .milliseconds(60)
      let busy = ArticleIndexError.busy(path: archive.index.path, holder: "someone, process 7")
      #expect(throws: busy) {
        try IndexRun(index: archive.index, options: options).store([])
      }
    }
  }

  @Test func theLockIsGoneAfterwards() throws {
    try withArchive { archive in
      try archive.run()
      #expect(!FileManager.default.fileExists(atPath: archive.index.path + ".lock"))
    }
  }

  @Test func readersSeeTheStateBeforeARunUntilTheyLookAgain() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [["id": "a", "body": "Some text."]])
      let reader = try ArticleIndex(path: archive.index.path, access: .readOnly)
      try reader.read { db in
        #expect(try db.value("SELECT count(*) FROM article") == 0 as Int?)
        try archive.run()
        #expect(try db.value("SELECT count(*) FROM article") == 0 as Int?)
      }
      #expect(try reader.statistics().articles == 1)
    }
  }

  /// A limit on the pages of the file fails exactly as a full disk does.
  @Test func aFullDiskIsNamedAndLosesNothing() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [["id": "a", "body": "Some text."]])
      try archive.run()
      try archive.index.limitPages()
      try archive.write(
        "two.jsonl",
        (0..<200).map {
          ["id": "\($0)", "body": String(repeating: "long\($0) text ", count: 2000)]
        })
      #expect(throws: ArticleIndexError.diskFull(path: archive.index.path)) { try archive.run() }
      #expect(try archive.strings("SELECT external_id FROM article") == ["a"])
      #expect(try archive.check() == [])
      try archive.index.limitPages(to: 1 << 30)
      try archive.run()
      #expect(try archive.index.statistics().articles == 201)
      #expect(try archive.check() == [])
    }
  }
}

extension ArticleIndex {
  /// Lets the file grow no further than it is, or to a number of pages.
  fileprivate func limitPages(to pages: Int = 1) throws {
    try readWithoutTransaction { db in
      try db.execute("PRAGMA max_page_count = \(pages)")
    }
  }
}
