import Foundation
import TestSupport
import Testing

/// `wsearch index --watch`: the real binary over a folder that changes.
struct WatchTests {
  /// The total of a query, asked until it is what is wanted, for half a minute at most.
  private func total(_ words: String, _ index: String, _ binary: Binary, wanted: Int) throws -> Int
  {
    var total = -1
    for _ in 0..<150 {
      let answer = try binary.run("query", "--index", index, "--json", "--match", "all", words)
      total = (try? answer.json()["total"] as? Int) ?? -1
      if total == wanted { break }
      Thread.sleep(forTimeInterval: 0.2)
    }
    return total
  }

  @Test func whatChangesIsIndexedUntilTheEnd() throws {
    try withBinary { binary, folder in
      let news = folder.appendingPathComponent("news")
      try FileManager.default.createDirectory(at: news, withIntermediateDirectories: true)
      try Data("Port\n\nA quiet harbour.\n".utf8).write(to: news.appendingPathComponent("a.txt"))
      let index = folder.appendingPathComponent("i.db").path
      let watching = Process()
      watching.executableURL = Binary.url
      watching.arguments = ["index", "--index", index, "--watch", news.path]
      watching.standardOutput = FileHandle.nullDevice
      watching.standardError = FileHandle.nullDevice
      try watching.run()
      defer { if watching.isRunning { watching.terminate() } }
      #expect(try total("harbour", index, binary, wanted: 1) == 1)
      // A new folder with a file in it, and one that is changed.
      let may = news.appendingPathComponent("2024/may")
      try FileManager.default.createDirectory(at: may, withIntermediateDirectories: true)
      try Data("Fleet\n\nShips in the harbour.\n".utf8).write(
        to: may.appendingPathComponent("b.txt"))
      #expect(try total("harbour", index, binary, wanted: 2) == 2)
      try Data("Fleet\n\nShips at sea again.\n".utf8).write(to: may.appendingPathComponent("b.txt"))
      #expect(try total("sea", index, binary, wanted: 1) == 1)
      #expect(try total("harbour", index, binary, wanted: 1) == 1)
      watching.interrupt()
      watching.waitUntilExit()
      #expect(watching.terminationReason == .uncaughtSignal)
      // A run over the folder finds nothing new: the ids are the same.
      let again = try binary.run("index", "--index", index, "--json", news.path).json()
      #expect(again["indexed"] as? Int == 0)
      #expect(again["unchanged"] as? Int == 2)
    }
  }

  @Test func foldersMustBeNamed() throws {
    try withBinary { binary, _ in
      let outcome = try binary.run("index", "--watch")
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--watch takes the folders to follow"))
    }
  }
}
