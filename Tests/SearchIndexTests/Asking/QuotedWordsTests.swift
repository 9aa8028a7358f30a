import QueryLanguage
import SearchIndex
import SearchModel
import Testing

/// Quotes inside a longer query, where articles with some of the words are shown too.
struct QuotedWordsTests {
  private static let articles = [
    article(1, "", "The harbour wall of Brig was mended by masons."),
    article(2, "", "A wall stands near the harbour; the masons rest."),
    article(3, "", "The masons went home."),
    article(4, "", "A harbour, and far away from it there is some wall."),
    article(5, "", "Wheat grows."),
  ]

  private func best(_ text: String) throws -> SearchResults {
    try withSearcher(Self.articles + (10..<30).map { article($0, "", "A day \($0).") }) {
      searcher, _ in
      try searcher.search(
        request(text) {
          $0.match = .best
          $0.query = QueryParser(operators: .whereMeant).parse(text).query
        })
    }
  }

  @Test func thePhraseIsAskedForAndItsWordsCountBehindIt() throws {
    let results = try best("\"harbour wall\" masons")
    #expect(results.total == 1)
    #expect(results.ids.first == "1")
    #expect(results.notes == [])
  }

  /// Both hold the masons and one of the two others; the longer article has the phrase's words as well.
  @Test func amongThoseWithoutThePhraseItsWordsCount() throws {
    let results = try best("\"harbour wall\" masons (rest OR home)")
    #expect((results.total, results.totalPartial) == (0, 3))
    #expect(results.ids.firstIndex(of: "2") ?? 9 < results.ids.firstIndex(of: "3") ?? 0)
  }

  @Test func whereThePhraseIsNowhereItsWordsAreSearchedAndTold() throws {
    let results = try best("\"masons harbour\" wall")
    #expect((results.total, results.totalPartial) == (0, 4))
    #expect(Set(results.ids) == ["1", "2", "3", "4"])
    #expect(
      results.notes == [
        "no article has “masons harbour” as a phrase; with the words anywhere: 2"
      ])
  }

  @Test func aPhraseAloneStaysExact() throws {
    let results = try best("\"masons harbour\"")
    #expect((results.total, results.totalPartial) == (0, 0))
  }

  @Test(arguments: [
    "'harbour wall' masons", "‘harbour wall’ masons", "‚harbour wall‘ masons",
    "‹harbour wall› masons", "“harbour wall” masons", "„harbour wall“ masons",
    "«harbour wall» masons", "masons 'harbour wall'", "masons ('harbour wall')",
  ])
  func marksOfAllKindsQuote(_ text: String) throws {
    let query = QueryParser(operators: .whereMeant).parse(text).query
    #expect(query.phrases == ["harbour wall"])
    #expect(try best(text).total == 1)
  }

  @Test(arguments: [
    "the masons' harbour and the wall", "O'Brien's harbour wall", "'tis the masons' wall",
    "rock 'n' roll", "the '90s masons' wall", "'harbour'", "harbour' wall'", "' harbour wall '",
  ])
  func apostrophesDoNot(_ text: String) {
    #expect(QueryParser(operators: .whereMeant).parse(text).query.phrases == [])
  }

  @Test func strictModesReadSingleMarksAsTheyDid() {
    #expect(QueryParser().parse("'harbour wall' masons").query.phrases == [])
  }
}

extension Query {
  fileprivate var phrases: [String] {
    switch self {
    case .phrase(let phrase): [phrase.text]
    case .sequence(let parts), .and(let parts), .or(let parts): parts.flatMap(\.phrases)
    case .within(_, let part), .not(let part): part.phrases
    case .all, .term, .filter: []
    }
  }
}
