import Foundation
import TestSupport
import Testing

/// `wsearch index --failures FILE`, and the file given back.
struct FailureListTests {
  @Test func whatFailedIsReadAgainByItsList() throws {
    try withBinary { binary, folder in
      let news = folder.appendingPathComponent("news")
      try FileManager.default.createDirectory(
        at: news.appendingPathComponent("may"), withIntermediateDirectories: true)
      let broken = news.appendingPathComponent("may/broken.jsonl")
      try Data("{\"body\": \"Ships sailed.\"}\n{\"body\": \n".utf8).write(to: broken)
      try Data("GIF89a picture".utf8).write(to: news.appendingPathComponent("flag.gif"))
      try Data("Port\n\nThe port is open.\n".utf8).write(to: news.appendingPathComponent("a.txt"))
      let index = folder.appendingPathComponent("i.db").path
      let list = folder.appendingPathComponent("failures.jsonl").path
      let first = try binary.run(
        "index", "--index", index, "--failures", list, "--json", news.path)
      #expect(first.status == 2)
      let summary = try first.json()
      let kinds = summary["failures"] as? [[String: Any]]
      #expect(kinds?.map { $0["kind"] as? String } == ["damaged", "no_article"])
      #expect(kinds?.map { $0["count"] as? Int } == [1, 1])
      let lines = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n").map {
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      }
      #expect(
        lines.map { $0?["failed"] as? String } == [
          news.path + "/flag.gif", news.path + "/may/broken.jsonl",
        ])
      #expect(lines.map { $0?["place"] as? String } == [nil, "line 2"])

      try Data("{\"body\": \"Ships sailed.\"}\n{\"body\": \"And more.\"}\n".utf8).write(to: broken)
      let second = try binary.run(
        "index", "--index", index, "--failures", list, "--json", list)
      let again = try second.json()
      #expect(again["indexed"] as? Int == 1)
      #expect(again["unchanged"] as? Int == 1)
      #expect(again["failed"] as? Int == 1)
      #expect(
        try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n").count == 1)
      // The ids are those of a run over the folder.
      let whole = try binary.run("index", "--index", index, "--json", news.path).json()
      #expect(whole["indexed"] as? Int == 0)
      #expect(whole["unchanged"] as? Int == 3)
    }
  }

  @Test func theReportCountsDatesThatRestOnTheirOrder() throws {
    try withBinary { binary, folder in
      let file = folder.appendingPathComponent("news.jsonl")
      try Data("{\"body\": \"One.\", \"date\": \"03/04/2025\"}\n".utf8).write(to: file)
      let index = folder.appendingPathComponent("i.db").path
      let undated = try binary.run("index", "--index", index, file.path)
      #expect(undated.output.contains("1 failed (1 undated)"))
      let summary = try binary.run(
        "index", "--index", index, "--date-order", "dmy", file.path, "--json"
      ).json()
      #expect(summary["ordered_dates"] as? Int == 1)
    }
  }
}
