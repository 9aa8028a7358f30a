import Foundation
import TestSupport
import Testing

/// Papers are their owner's: no file that is made may be read by others unless that is asked for.
struct FilePermissionTests {
  private static func permissions(_ path: String) throws -> Int {
    try #require(
      FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  /// Of all that a folder holds, but what the tests themselves write.
  private static func permissions(of folder: URL) throws -> [String: Int] {
    var found: [String: Int] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix("index.db") {
      found[name] = try permissions(folder.appendingPathComponent(name).path)
    }
    return found
  }

  @Test(arguments: [([], 0o600), (["--group"], 0o640)] as [([String], Int)])
  func whatIsMadeIsTheOwnersOrTheGroups(options: [String], expected: Int) throws {
    try withTemporaryDirectory { folder in
      let archive = Binary(index: folder.appendingPathComponent("archive/index.db"))
      let made = try archive.bash("umask 0; mkdir '\(folder.path)/archive'")
      #expect(made.status == 0)
      #expect(try archive.run(["index", "Examples/news"] + options).status == 0)
      let copy = archive.index.path + ".copy"
      #expect(try archive.run(["snapshot", copy] + options).status == 0)
      let names = ["index.db", "index.db-wal", "index.db-shm", "index.db.copy"]
      #expect(
        try Self.permissions(of: archive.index.deletingLastPathComponent())
          == Dictionary(uniqueKeysWithValues: names.map { ($0, expected) }))
    }
  }

  @Test func theLockAndTheLogOfARunAreTheOwners() throws {
    try withBinary { binary, folder in
      let run = try LongRun(binary, LongRun.write(to: folder))
      try run.waitUntilItWrites()
      for ending in ["", "-wal", "-shm", ".lock"] {
        #expect(try Self.permissions(binary.index.path + ending) == 0o600)
      }
      run.process.terminate()
      run.process.waitUntilExit()
    }
  }

  @Test func anIndexIsSharedAfterwards() throws {
    try withExamples { binary in
      #expect(try Self.permissions(binary.index.path) == 0o600)
      let shared = try binary.run("index", "--group")
      #expect(shared.status == 0)
      // And stays so.
      #expect(try binary.run("index").status == 0)
      for ending in ["", "-wal", "-shm"] {
        #expect(try Self.permissions(binary.index.path + ending) == 0o640)
      }
    }
  }
}
