import Foundation
import TestSupport
import Testing

/// `tag --color always` and `show --tags`.
struct MarkedTextTests {
  private static let london = "Examples/news/2025-03-02-london-summit.txt"

  /// `text` without its SGR codes.
  private func plain(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }

  @Test func colourChangesNothingOfTheText() throws {
    try withBinary { binary, _ in
      let read = try binary.run("read", "--json", Self.london).json()
      let body = try #require(read["body"] as? String)
      let tagged = try binary.run("tag", "--color", "always", Self.london).output
      #expect(tagged.contains("\u{1B}[36mKeir Starmer\u{1B}[0m"))
      #expect(plain(tagged).contains(body))
      #expect(!plain(tagged).contains("⟦"))
    }
  }

  @Test func withoutColourTagPrintsTheTableAlone() throws {
    try withBinary { binary, _ in
      let output = try binary.run("tag", Self.london).output
      #expect(!output.contains("\u{1B}"))
      #expect(try binary.run("tag", "--color", "never", Self.london).output == output)
      #expect(output.contains("  person   Keir Starmer"))
    }
  }

  @Test func showMarksTheTextAndListsEveryMention() throws {
    try withExamples { binary in
      let article = try binary.run("show", "--json", Self.london).json()
      let shown = try binary.run("show", "--tags", Self.london).output
      let body = try #require(article["body"] as? String)
      #expect(shown.replacing(/⟦([^|⟧]*)\|[^⟧]*⟧/, with: { $0.output.1 }).contains(body))
      let kinds = ["people", "countries", "dates"].flatMap {
        article[$0] as? [[String: Any]] ?? []
      }
      let mentions = kinds.flatMap { $0["mentions"] as? [[String: Any]] ?? [] }
      #expect(mentions.count > 5)
      for mention in mentions {
        let place = "\(mention["field"] ?? "") \(mention["start"] ?? "")–\(mention["end"] ?? "")"
        let rule = mention["rule"] as? String ?? "?"
        let line = shown.split(separator: "\n").first { $0.contains(" \(place) ") }
        #expect(line?.contains(rule) == true, "\(place) \(rule)")
      }
      let table = try binary.run("show", Self.london).output
      #expect(!table.contains("⟦"))
      #expect(table.contains(body))
    }
  }
}
