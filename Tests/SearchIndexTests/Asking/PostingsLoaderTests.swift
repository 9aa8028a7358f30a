import SearchModel
import Testing

@testable import SearchEngine
@testable import SearchIndex

/// Words read among the articles that rarer ones left, against all of them read through FTS5.
struct PostingsLoaderTests {
  /// `every` fills pages enough for a doclist index; the others leave many of its articles a page,
  /// few, or none.
  private static let articles = (1...4000).map { id in
    let words = [(2, "second"), (9, "ninth"), (700, "seldom"), (5000, "never")]
      .filter { id % $0.0 == 1 }.map(\.1)
    let title = id % 3 == 0 ? "every" : "title"
    return article(
      id, title,
      (["every", "seconds"] + words + [id % 4 == 0 ? "every" : "word"]).joined(separator: " "))
  }

  private static let queries = [
    "every seldom", "every second", "every ninth seldom", "every second ninth never",
    "seldom (every | ninth) second", "ninth -every", "ninth -second -seldom", "every title:every",
    "title:every seldom", "\"every seconds\" ninth", "ninth \"seconds seldom\"", "every =second",
    "every missing",
  ]

  /// The first answer learns how frequent words are, the second knows.
  @Test func answersDoNotDependOnWhatIsKnown() throws {
    try withSearcher(Self.articles) { _, index in
      try index.read { database in
        let stock = try IndexState(database, postings: StockPostings(database))
        let state = try IndexState(database)
        for query in Self.queries {
          let request = request(query) { $0.limit = 5000 }
          let expected = try QueryExecution(request: request, state: stock).results()
          for round in 1...2 {
            let got = try QueryExecution(request: request, state: state).results()
            #expect(got == expected, "\(query), round \(round)")
          }
        }
      }
    }
  }

  @Test func onlyWhatRarerWordsLeftIsKept() throws {
    try withSearcher(Self.articles) { _, index in
      try index.read { database in
        let counts = TermCounts()
        let source = try SegmentPostings(database)
        for round in 1...2 {
          for word in ["seldom", "ninth"] {
            let terms = ["every", word].map {
              QueryTerm(variants: [.init([[$0]], isTyped: true)], fields: .text, text: $0)
            }
            let plan = QueryPlan(
              root: .and([.term(0), .term(1)]), terms: terms,
              words: [
                .init(term: 0, ordinal: 0, position: 0), .init(term: 1, ordinal: 1, position: 1),
              ])
            let postings = try PostingsLoader(
              plan: plan, reader: QueryTermReader(source: source), counts: counts
            ).postings()
            for (term, found) in zip(terms, postings) where found.isCounted {
              counts.note(
                .init(
                  articles: found.articles, occurrences: found.occurrences,
                  highestFrequency: found.highestFrequency), of: term)
            }
            #expect(Array(postings[0].rows) == Array(postings[1].rows), "round \(round)")
            #expect(postings.map(\.articles) == [4000, word == "seldom" ? 6 : 445])
            #expect(postings[0].occurrences == 4000 + 1000 + 1333)
            #expect(counts.count(of: terms[0])?.highestFrequency == 4)
          }
        }
      }
    }
  }
}
