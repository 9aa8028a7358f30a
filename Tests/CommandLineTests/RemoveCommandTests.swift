import Foundation
import TestSupport
import Testing

/// `wsearch remove` and `wsearch move`, as they are typed.
struct RemoveCommandTests {
  private func total(_ binary: Binary, _ query: String) throws -> Int {
    try binary.run("query", query, "--match", "all", "--json").json()["total"] as? Int ?? -1
  }

  @Test func aQueryIsCountedFirstAndRemovedWhenMeant() throws {
    try withExamples { binary in
      let total = try total(binary, "president")
      #expect(total > 10)
      let asked = try binary.run("remove", "--query", "president")
      #expect(asked.status == 0)
      #expect(asked.output == "\(total) articles would be removed: --yes does it\n")
      #expect(try self.total(binary, "president") == total)
      let done = try binary.run("remove", "--query", "president", "--yes", "--erase", "--json")
      let summary = try done.json()
      #expect(summary["articles"] as? Int == total)
      #expect(summary["erased"] as? Bool == true)
      #expect(try self.total(binary, "president") == 0)
      #expect(try binary.run("check").output.hasPrefix("sound"))
      let again = try binary.run("index", "--json").json()
      #expect(again["indexed"] as? Int == 0)
      let bytes = try Data(contentsOf: binary.index)
      #expect(bytes.firstRange(of: Data("lays waste to the port of Beirut".utf8)) == nil)
    }
  }

  @Test func anArticleGoesByItsID() throws {
    try withExamples { binary in
      let gone = try binary.run("remove", "wire-17")
      #expect(gone.output == "1 article removed\n")
      #expect(try binary.run("show", "wire-17").status == 1)
      #expect(try binary.run("remove", "wire-17").status == 1)
    }
  }

  @Test(arguments: [
    ["remove"], ["remove", "a", "--query", "b"], ["remove", "--query", ""],
    ["remove", "--query", "date:someday"], ["move", "here"],
  ])
  func wrongUseIsTold(_ arguments: [String]) throws {
    try withExamples { binary in
      let outcome = try binary.run(arguments)
      #expect(outcome.status == 64)
      #expect(outcome.complaints.count == 1)
    }
  }

  @Test func aRunSaysWhatIsGone() throws {
    try withBinary { binary, folder in
      let news = folder.appendingPathComponent("news")
      let moved = folder.appendingPathComponent("moved")
      try FileManager.default.copyItem(
        at: repository.appendingPathComponent("Examples/news"), to: news)
      _ = try binary.run("index", news.path)
      try FileManager.default.removeItem(at: news.appendingPathComponent("wire.jsonl"))
      let file = news.appendingPathComponent("chess-undated.txt")
      try FileManager.default.removeItem(at: file)
      let brief = try binary.run("index")
      #expect(
        brief.errors == "wsearch: 2 files are gone; their 34 articles stay until --prune\n")
      let long = try binary.run("index", "-v")
      #expect(long.complaints.count == 3)
      #expect(long.errors.contains("wsearch: \(file.path) is gone\n"))
      try FileManager.default.moveItem(at: news, to: moved)
      let move = try binary.run("move", news.path, moved.path)
      #expect(move.output == "21 files with 53 articles below \(moved.path)\n")
      let again = try binary.run("index", "--json").json()
      #expect(again["unchanged"] as? Int == 19)
      #expect(again["gone_files"] as? Int == 2)
    }
  }
}
