import SearchIndex
import SearchModel
import Testing

/// Words that stand for others, several in one query, found in one walk over the vocabulary.
struct PatternSearchTests {
  private static let articles = [
    article(1, "Harbour", "The harbour is closed."),
    article(2, "Harvest", "Barley harvest begins."),
    article(3, "Hardship", "Workers bear hardship at the harbor."),
  ]

  @Test(
    arguments: [
      ("harb*r harvst~", "any", [1, 2, 3]), ("*bour *vest *ship", "any", [1, 2, 3]),
      ("*ar*r harbour~", "all", [1, 3]), ("h*r harvest~ -*ship", "any", [1, 2]),
      ("harbou~ harbou~", "all", [1, 3]),
    ] as [(String, String, [Int])])
  func severalPatternsFindWhatEachDoes(query: String, match: String, ids: [Int]) throws {
    try withSearcher(Self.articles) { searcher, _ in
      let asked = request(query) { $0.match = .init(rawValue: match) ?? .best }
      let hits = try searcher.search(asked).hits
      #expect(hits.map(\.id).sorted() == ids.map { "\($0)" })
    }
  }

  @Test(arguments: [
    String(repeating: "harbour", count: 40) + "~",
    "*" + String(repeating: "harbour", count: 1500) + "*",
    String(repeating: "h*", count: 5000) + "r",
  ])
  func aWordTooLongToStandForOthersIsSearchedAsItIsAndTold(word: String) throws {
    try withSearcher(Self.articles) { searcher, _ in
      for match in [SearchRequest.MatchMode.best, .all, .any] {
        let answer = try searcher.search(request("closed OR \(word)") { $0.match = match })
        #expect(answer.total == 1)
        #expect(
          answer.notes.filter { $0.hasPrefix("a word with * or ~ stands for others up to 256") }
            .count == 1)
      }
    }
  }
}
