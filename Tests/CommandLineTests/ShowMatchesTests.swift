import Foundation
import TestSupport
import Testing

/// `wsearch show ID --query WORDS`.
struct ShowMatchesTests {
  private static let london = "Examples/news/2025-03-02-london-summit.txt"

  private func matches(_ binary: Binary, _ query: String) throws -> [String] {
    let article = try binary.run("show", "--json", Self.london, "--query=\(query)").json()
    let texts = ["title": article["title"], "body": article["body"]].mapValues {
      Array(($0 as? String ?? "").utf8)
    }
    return try #require(article["matches"] as? [[String: Any]]).map { match in
      let field = match["field"] as? String ?? ""
      let (start, end) = (match["start"] as? Int ?? -1, match["end"] as? Int ?? -1)
      let text = String(decoding: texts[field]?[start..<end] ?? [], as: UTF8.self)
      #expect(match["text"] as? String == text)
      return "\(field) \(text)"
    }
  }

  @Test func severalArticlesAreShownInTheOrderAskedFor() throws {
    try withExamples { binary in
      let other = "Examples/news/2024-07-05-labour-wins.txt"
      let shown = try binary.run("show", "--json", other, Self.london)
      let paths = try shown.output.split(separator: "\n").map { line in
        let article = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return article?["path"] as? String
      }
      #expect(paths == [other, Self.london])
      #expect(shown.status == 0)
      let missing = try binary.run("show", other, "nothing-has-this", Self.london)
      #expect(missing.status == 1)
      #expect(missing.errors == "wsearch: no article has the id or path 'nothing-has-this'\n")
      #expect(missing.output.contains("path:      \(Self.london)"))
    }
  }

  @Test func everyMatchIsAByteRangeOfItsField() throws {
    try withExamples { binary in
      let plain = try binary.run("show", "--json", Self.london).json()
      #expect(plain["matches"] == nil)
      let count = { (field: String) in
        (plain[field] as? String ?? "").components(separatedBy: "Starmer").count - 1
      }
      #expect(count("title") > 0 && count("body") > 0)
      let expected = { (field: String) in
        [String](repeating: "\(field) Starmer", count: count(field))
      }
      #expect(try matches(binary, "starmer") == expected("title") + expected("body"))
      #expect(try matches(binary, "title:starmer") == expected("title"))
      #expect(try matches(binary, "body:starmer -London") == expected("body"))
      #expect(try matches(binary, "-starmer") == [])
      let phrase = try matches(binary, "\"coalition of the willing\"")
      #expect(Set(phrase) == ["title coalition of the willing", "body coalition of the willing"])
    }
  }

  @Test func matchesAreMarkedInTheTextAndCounted() throws {
    try withExamples { binary in
      let count = try matches(binary, "starmer").count
      let marked = try binary.run("show", Self.london, "--query", "starmer").output
      #expect(marked.components(separatedBy: "⟦Starmer⟧").count - 1 == count)
      #expect(marked.contains("\n\(count) matches\n"))
      let colored = try binary.run(
        "show", Self.london, "--query", "starmer", "--color", "always"
      ).output
      #expect(colored.contains("\u{1B}[1;33mStarmer\u{1B}[0m"))
      #expect(try binary.run("show", Self.london, "--query", "harvest").status == 1)
    }
  }
}
