import Foundation
import TestSupport
import Testing

struct ExportTests {
  @Test func everyFormatExportsEveryHit() throws {
    try withExamples { binary in
      let total = try #require(
        binary.run("query", "president", "--json").json()["total"] as? Int)
      #expect(total > 10)
      func lines(_ format: String) throws -> [String] {
        try binary.run("query", "president", "--format", format, "--limit", "all")
          .output.split(separator: "\n").map(String.init)
      }
      let objects = try lines("jsonl").map {
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      }
      let ids = objects.compactMap { $0?["id"] as? String }
      let ranked = try lines("trec").map { String($0.split(separator: " ")[2]) }
      let header = try #require(lines("csv").first)
      #expect(Set(ids).count == total)
      #expect(ranked == ids)
      #expect(header.hasPrefix("id,date,title"))
    }
  }

  @Test func explainedPartsAddUpToTheScore() throws {
    try withExamples { binary in
      let answer = try binary.run("query", "president elected", "--explain", "--json").json()
      let hits = try #require(answer["hits"] as? [[String: Any]])
      #expect(answer["tree"] != nil)
      for hit in hits {
        let parts = try #require(hit["explain"] as? [[String: Any]])
        let sum = parts.reduce(0) { $0 + ($1["value"] as? Double ?? .nan) }
        #expect(abs(sum - (hit["score"] as? Double ?? 0)) < 1e-9)
      }
    }
  }
}
