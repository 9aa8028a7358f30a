import Foundation
import TestSupport
import Testing

/// `wsearch show ID --why WORDS`.
struct ShowWhyTests {
  private static let london = "Examples/news/2025-03-02-london-summit.txt"

  @Test func aNameTellsItsRuleAndWhoIsMeant() throws {
    try withExamples { binary in
      let article = try binary.run("show", "--json", Self.london, "--why=Starmer").json()
      let places = try #require(article["why"] as? [[String: Any]])
      let readings = try places.map { place in
        try #require((place["readings"] as? [[String: Any]])?.first)
      }
      #expect(!readings.isEmpty)
      for reading in readings {
        #expect(reading["kind"] as? String == "person" && reading["tagged"] as? Bool == true)
        #expect(reading["name"] as? String == "Keir Starmer")
      }
      let text = try binary.run("show", Self.london, "--tags", "--why", "Starmer")
      #expect(text.output.contains("  is Keir Starmer\n"))
    }
  }

  @Test func aWordThatStandsNowhereIsTold() throws {
    try withExamples { binary in
      let shown = try binary.run("show", "--json", Self.london, "--why=walrus")
      #expect(try shown.json()["why"] as? [String] == [])
      let id = try #require(shown.json()["id"] as? String)
      #expect(
        shown.errors == "wsearch: nothing to tell of 'walrus' in '\(id)': it does not have them\n")
    }
  }
}
