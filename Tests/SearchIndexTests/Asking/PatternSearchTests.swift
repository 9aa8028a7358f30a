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

  // MARK: - Many words

  /// As many words as a book has, each after *the*.
  private static let long = article(
    1, "Long", (0..<9000).map { "the w\(String(10_000 + $0).dropFirst())" }.joined(separator: " "))

  /// More words than are walked side by side.
  @Test(arguments: [("\"the w*\"", 1), ("\"the w8999*\"", 1), ("\"w8999 w*\"", 0), ("w*", 1)])
  func aPhraseEndsWithAnyOfThousandsOfWords(query: String, total: Int) throws {
    try withSearcher([Self.long]) { searcher, _ in
      let answer = try searcher.search(request(query) { $0.match = .all })
      #expect(answer.total == total)
      #expect(answer.notes.filter { $0.contains("stands for more") } == [])
    }
  }

  @Test func nearOthersAnEndingOfThousandsIsCutAndTold() throws {
    try withSearcher([Self.long]) { searcher, _ in
      let answer = try searcher.search(request("\"the w*\"~3") { $0.match = .all })
      #expect(answer.total == 1)
      #expect(
        answer.notes == [
          "near others, “w*” stands for more than 4096 words: only the first 4096 in order of the "
            + "alphabet were searched"
        ])
    }
  }
}
