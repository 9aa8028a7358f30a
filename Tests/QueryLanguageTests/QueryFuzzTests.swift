import QueryLanguage
import TestSupport
import Testing

struct QueryFuzzTests {
  @Test(arguments: UInt64(1)...10) func anyStringPrintsBackToItsTree(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<5000 {
      let text = Self.randomQuery(using: &generator)
      let query = QueryParser().parse(text).query
      try #require(
        QueryParser().parse(query.description).query == query,
        "seed \(seed), round \(round): \(text.debugDescription) printed \(query.description)")
    }
  }

  @Test func longAndDeepStringsAreQueries() {
    for piece in [
      "(", ")", "\"", "„", "a„", "-", "=", "NOT ", "title:", "a AND ", "NEAR(", "a~1", "*a",
    ] {
      let query = QueryParser().parse(String(repeating: piece, count: 20_000)).query
      #expect(QueryParser().parse(query.description).query == query)
    }
  }

  private static func randomQuery(using generator: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...14, using: &generator) {
      text.append(contentsOf: (pieces.randomElement(using: &generator) ?? "").unicodeScalars)
      if Int.random(in: 0..<8, using: &generator) == 0,
        let scalar = Unicode.Scalar(UInt32.random(in: 0..<0x3000, using: &generator))
      {
        text.append(scalar)
      }
    }
    return String(text)
  }

  private static let pieces = [
    " ", " ", " ", " ", "a", "b", "peace", "AND", "OR", "NOT", "NEAR", "NEAR/3", "NEAR(", "(", ")",
    "-", "=", "*", "~", "~5", ",", ".", ":", "\"", "“", "”", "„", "«", "»", "「", "」", "title:",
    "body:", "person:", "country:", "date:", "mentions:", "source:", "language:", "foo:", "2025",
    "2024..2025", ">=", "none", "U.S.", "İ", "e\u{301}", "\u{0}", "\u{A0}", "\u{3000}", "🙂", "é",
  ]
}
