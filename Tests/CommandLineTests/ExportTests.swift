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

  @Test func withoutHitsCSVHoldsTheFacets() throws {
    try withExamples { binary in
      let json = try binary.run(
        "query", "coalition", "--facet", "country,source", "--country", "FR", "--json"
      ).json()
      let facets = try #require(json["facets"] as? [String: Any])
      let expected = ["country", "source"].flatMap { kind -> [String] in
        let facet = facets[kind] as? [String: Any] ?? [:]
        let buckets = (facet["buckets"] as? [[String: Any]] ?? []).map { bucket -> String in
          let count = bucket["count"] as? Int ?? -1
          let within = bucket["within"] as? Int ?? count
          return [
            kind, bucket["value"] as? String ?? "", bucket["label"] as? String ?? "", "\(count)",
            "\(within)",
          ].map { "\"\($0)\"" }.joined(separator: ",")
        }
        let unknown = facet["unknown"] as? Int ?? 0
        return buckets
          + (unknown > 0 ? ["\"\(kind)\",\"\",\"unknown\",\"\(unknown)\",\"\(unknown)\""] : [])
      }
      let csv = try binary.run(
        "query", "coalition", "--facet", "country,source", "--country", "FR", "--format", "csv",
        "--limit", "0")
      #expect(csv.status == 0)
      #expect(
        csv.output.split(whereSeparator: \.isNewline).map(String.init)
          == ["kind,value,label,count,within"] + expected)
      #expect(expected.count > 5)
      let hits = try binary.run(
        "query", "coalition", "--facet", "none", "--format", "csv", "--limit", "0")
      #expect(hits.output.hasPrefix("id,date,title"))
    }
  }

  @Test func aBatchTellsItsQueriesApartInEveryFormat() throws {
    try withExamples { binary in
      let lines = "q1\tcoalition\nq,2\tearthquake\n"
      func output(_ format: String) throws -> [String] {
        try binary.run("query", "--batch", "-", "--format", format, "--limit", "2", input: lines)
          .output.split(whereSeparator: \.isNewline).map(String.init)
      }
      let csv = try output("csv")
      #expect(csv.first?.hasPrefix("qid,id,date,title") == true)
      #expect(csv.filter { $0.hasPrefix("\"q1\",\"") }.count == 2)
      #expect(csv.filter { $0.hasPrefix("\"q,2\",\"") }.count == 1)
      #expect(csv.count == 4)
      #expect(try output("markdown").filter { $0.hasPrefix("#") } == ["## q1", "## q,2"])
      let alone = try binary.run("query", "coalition", "--format", "csv").output
      #expect(alone.hasPrefix("id,date,title"))
    }
  }

  @Test func aQueryOfABatchThatTakesTooLongIsToldAndTheNextGoesOn() throws {
    try withExamples { binary in
      let lines = "q1\tcoalition\nq2\tearthquake\n"
      let late = try binary.run(
        "query", "--batch", "-", "--json", "--timeout", "0.0000001", input: lines)
      #expect(late.status == 2)
      #expect(late.output == "")
      #expect(
        late.complaints.map { $0.prefix(30) }
          == ["wsearch: q1: the query took lon", "wsearch: q2: the query took lon"]
          .map { $0.prefix(30) })
      let endless = try binary.run(
        "query", "--batch", "-", "--json", "--timeout", "0", input: lines)
      #expect(endless.status == 0)
      #expect(endless.output.split(separator: "\n").count == 2)
    }
  }

  @Test func severalPassagesAHitKeepTheOrderOfTheText() throws {
    try withExamples { binary in
      func passages(_ count: String) throws -> [(text: String, body: String)] {
        let output = try binary.run(
          "query", "minister president", "--match", "any", "--passages", count, "--format", "jsonl",
          "--with-body"
        ).output
        return try output.split(separator: "\n").flatMap { line in
          let hit = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
          let body = hit["body"] as? String ?? ""
          let found = hit["passages"] as? [[String: Any]] ?? []
          #expect(found.count <= Int(count) ?? 0)
          let texts = found.map { Self.core($0["text"] as? String ?? "") }
          let places = texts.compactMap { Self.flat(body).firstRange(of: $0)?.lowerBound }
          #expect(places.count == texts.count, "\(texts)")
          #expect(places == places.sorted())
          return texts.map { ($0, body) }
        }
      }
      let one = try passages("1")
      let three = try passages("3")
      #expect(three.count > one.count)
      #expect(Set(one.map(\.text)).isSubset(of: three.map(\.text)))
      #expect(try passages("0").isEmpty)
    }
  }

  /// On one line.
  private static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A passage without the marks of what was left out at its ends.
  private static func core(_ passage: String) -> String {
    flat(passage).trimmingCharacters(in: CharacterSet(charactersIn: "… "))
  }

  @Test func explainedPartsAddUpToTheScore() throws {
    try withExamples { binary in
      for arguments in [[], ["--rank", "fast"], ["--sort", "newest"], ["--match", "any"]] {
        let answer = try binary.run(
          ["query", "president elected", "--explain", "--json"] + arguments
        ).json()
        let hits = try #require(answer["hits"] as? [[String: Any]])
        #expect(answer["tree"] != nil)
        #expect(!hits.isEmpty)
        var kinds: Set<String> = []
        for hit in hits {
          let parts = try #require(hit["explain"] as? [[String: Any]])
          let sum = parts.reduce(0) { $0 + ($1["value"] as? Double ?? .nan) }
          #expect(abs(sum - (hit["score"] as? Double ?? 0)) < 1e-9)
          kinds.formUnion(parts.compactMap { $0["part"] as? String })
        }
        let isReranked = arguments.isEmpty || arguments[0] == "--match"
        #expect(
          kinds
            == (isReranked ? ["word", "lead", "nearness", "feedback", "neighbours"] : ["word"]),
          "\(arguments)")
      }
    }
  }
}
