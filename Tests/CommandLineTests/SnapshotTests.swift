import Foundation
import TestSupport
import Testing

/// `wsearch snapshot`: a sound copy, whatever goes on in the index.
struct SnapshotTests {
  @Test func aSnapshotAnswersAsTheIndexDoes() throws {
    try withExamples { binary in
      let copy = Binary(index: binary.index.appendingPathExtension("copy"))
      let outcome = try binary.run("snapshot", copy.index.path, "--json")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let summary = try outcome.json()
      #expect(summary["articles"] as? Int == 53)
      #expect(
        summary["file_bytes"] as? Int
          == (try copy.index.resourceValues(forKeys: [.fileSizeKey]).fileSize))
      let export = ["query", "--limit", "all", "--format", "jsonl"]
      #expect(try copy.run(export) == binary.run(export))
      #expect(try copy.run("check").status == 0)
    }
  }

  /// The index's pages are copied, and nothing is left beside the copy.
  @Test func aCopyIsOneFile() throws {
    try withExamples { binary in
      let folder = binary.index.deletingLastPathComponent().appendingPathComponent("copies")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      let outcome = try binary.run("snapshot", folder.appendingPathComponent("a.db").path)
      #expect(outcome.complaints == [])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.db"])
    }
  }

  @Test func nothingIsReplaced() throws {
    try withExamples { binary in
      let taken = binary.index.path + ".taken"
      try "precious".write(toFile: taken, atomically: true, encoding: .utf8)
      let link = binary.index.path + ".link"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere")
      for target in [taken, link, binary.index.path] {
        let outcome = try binary.run("snapshot", target)
        #expect(
          outcome
            == Binary.Outcome(
              status: 2, output: "",
              errors: "wsearch: \(target) is there already: name a file that is not\n"))
      }
      #expect(try String(contentsOfFile: taken, encoding: .utf8) == "precious")
      #expect(try binary.run("check").status == 0)
    }
  }

  @Test(arguments: [
    ("/no/such/folder/a.db", 2, "cannot write /no/such/folder/a.db: there is no folder"),
    ("http://host/a.db", 64, "snapshot takes a file, not the address http://host/a.db"),
  ])
  func aPlaceThatCanHoldNoneIsNamed(target: String, status: Int32, words: String) throws {
    try withExamples { binary in
      let outcome = try binary.run("snapshot", target)
      #expect(outcome.status == status)
      #expect(outcome.complaints.count == 1 && outcome.errors.contains(words), "\(outcome)")
    }
  }

  /// Where the plain copy of the file is unsound as often as not.
  @Test func snapshotsTakenDuringARunAreSound() throws {
    try withBinary { binary, folder in
      let news = try LongRun.write(to: folder)
      let run = try LongRun(binary, news)
      try run.waitUntilItWrites()
      var counts: [Int] = []
      while run.process.isRunning, counts.count < 12 {
        let copy = Binary(index: folder.appendingPathComponent("copy-\(counts.count).db"))
        let outcome = try binary.run("snapshot", copy.index.path)
        if outcome.errors.contains("no index at") { continue }
        #expect(outcome.status == 0, "\(outcome)")
        #expect(try copy.run("check").status == 0)
        counts.append(try copy.run("stats", "--json").json()["articles"] as? Int ?? -1)
      }
      run.process.waitUntilExit()
      #expect(!counts.isEmpty && counts == counts.sorted(), "\(counts)")
      #expect(try run.complaints == "")
      #expect(try binary.run("check").status == 0)
    }
  }
}
