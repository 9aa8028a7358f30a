import Oracle
import QueryLanguage
import Testing

struct QueryFuzzTests {
  /// `wsearch-bench parse` takes a million of them.
  @Test(arguments: UInt64(1)...4) func anyStringPrintsBackToItsTree(seed: UInt64) throws {
    var texts = RandomQueryTexts(seed: seed)
    for round in 0..<3000 {
      let text = texts.next()
      let query = QueryParser().parse(text).query
      try #require(
        QueryParser().parse(query.description).query == query,
        "seed \(seed), round \(round): \(text.debugDescription) printed \(query.description)")
    }
  }

  @Test func longAndDeepStringsAreQueries() {
    for piece in [
      "(", ")", "\"", "„", "a„", "-", "=", "NOT ", "title:", "a AND ", "NEAR(", "a~1", "*a",
      "9", "*", "~", "a*", "\"*",
    ] {
      let query = QueryParser().parse(String(repeating: piece, count: 20_000)).query
      #expect(QueryParser().parse(query.description).query == query)
    }
  }
}
