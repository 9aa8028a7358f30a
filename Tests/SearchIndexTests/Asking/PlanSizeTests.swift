import Testing

@testable import SearchEngine
@testable import SearchIndex

struct PlanSizeTests {
  private static let terms = ["every", "second", "missing"]

  private func term(_ terms: [String], isPhrase: Bool = false) -> QueryTerm {
    QueryTerm(
      variants: isPhrase
        ? [.init(terms.map { [$0] }, isTyped: true)]
        : terms.map { .init([[$0]], isTyped: true) },
      fields: .text, text: "")
  }

  /// `every` fills pages enough for a doclist index, `second` one.
  @Test func aPlanIsAsLargeAsWhatMustBeRead() throws {
    let many = Array(repeating: "every", count: 20).joined(separator: " ")
    let articles = (1...2000).map { id in
      article(id, "", id % 500 == 0 ? many + " second" : many)
    }
    try withSearcher(articles) { _, index in
      try index.read { database in
        let reader = QueryTermReader(source: try SegmentPostings(database))
        let terms =
          Self.terms.map { term([$0]) } + [
            term(["every", "second"], isPhrase: true), term(["every", "second"]),
            term((0..<40).map { "form\($0)" }),
          ]
        let size = PlanSize(plan: QueryPlan(terms: terms), reader: reader)
        func pages(_ plan: MatchTree) throws -> Int { try size.pages(of: plan) }
        let every = try pages(.term(0))
        #expect(every > 2)
        #expect(try pages(.term(1)) == 1)
        #expect(try pages(.term(2)) == 0)
        #expect(try pages(.term(3)) == 1)
        #expect(try pages(.term(4)) == every + 1)
        #expect(try pages(.term(5)) == .max)
        #expect(try pages(.and([.term(0), .term(1), .filter(0)])) == 1)
        #expect(try pages(.or([.term(0), .term(1)])) == every + 1)
        #expect(try pages(.or([.term(0), .everything])) == .max)
        #expect(try pages(.nothing) == 0)
      }
    }
  }
}
