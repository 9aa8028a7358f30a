import Foundation
import IndexDefinition
import OperatingSystem
import SearchModel
import TestSupport
import Testing

@testable import SearchIndex

/// What must hold of a file for an answer from it to count.
struct WatchedFileTests {
  private static func withFile(_ body: (String) throws -> Void) throws {
    try withTemporaryDirectory { folder in
      let path = folder.path + "/index.db"
      try Data(repeating: 7, count: 5_000).write(to: URL(fileURLWithPath: path))
      try body(path)
    }
  }

  private static func append(_ count: Int, to path: String) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(repeating: 1, count: count))
    try handle.close()
  }

  @Test func aFileThatStaysGivesWhatWasRead() throws {
    try Self.withFile { path in
      let files = try [WatchedFile(locked: path), WatchedFile(unlocked: path)]
      #expect(try files.map { try $0.holding { 7 } } == [7, 7])
    }
  }

  /// Locks see to a file that grows; without them nothing read of it counts, not even an error.
  @Test func withoutLocksAChangeIsTheError() throws {
    try Self.withFile { path in
      let (locked, unlocked) = (WatchedFile(locked: path), try WatchedFile(unlocked: path))
      try locked.holding { try Self.append(1, to: path) }
      for _ in 1...2 {
        #expect(throws: ArticleIndexError.changedWhileRead(path: path)) {
          try unlocked.holding { throw ArticleIndexError.damaged(path: path, detail: "a page") }
        }
      }
    }
  }

  @Test func aCutIsTheErrorWithLocksToo() throws {
    try Self.withFile { path in
      let file = WatchedFile(locked: path)
      #expect(
        throws: ArticleIndexError.damaged(path: path, detail: "it was cut while it was read")
      ) {
        try file.holding { #expect(truncate(path, 4_000) == 0) }
      }
    }
  }

  /// An upgrade puts another file in its place.
  @Test func anotherFileInItsPlaceIsNoCut() throws {
    try Self.withFile { path in
      try WatchedFile(locked: path).holding {
        try Data(repeating: 1, count: 9).write(to: URL(fileURLWithPath: path + ".new"))
        try FileSystem.rename(path + ".new", to: path)
      }
    }
  }

  @Test func aLogWithChangesIsNeverPassedOver() throws {
    try Self.withFile { path in
      let log = FilePath.resolved(path) + "-wal"
      // A header alone holds no change.
      try Data(repeating: 0, count: 32).write(to: URL(fileURLWithPath: log))
      let file = try WatchedFile(unlocked: path)
      try Self.append(4_000, to: log)
      #expect(throws: ArticleIndexError.changedWhileRead(path: path)) { try file.holding {} }
      #expect(throws: ArticleIndexError.logLeftOut(path: path, log: log)) {
        try WatchedFile(unlocked: path)
      }
    }
  }
}
