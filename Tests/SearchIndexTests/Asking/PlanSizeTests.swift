import Testing

@testable import SearchEngine
@testable import SearchIndex

struct PlanSizeTests {
  private static let terms = ["every", "second", "missing"]

  private func leaf(_ terms: [String], isPhrase: Bool = false) -> Leaf {
    Leaf(
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
        let reader = LeafReader(source: try SegmentPostings(database))
        let leaves =
          Self.terms.map { leaf([$0]) } + [
            leaf(["every", "second"], isPhrase: true), leaf(["every", "second"]),
            leaf((0..<40).map { "form\($0)" }),
          ]
        let size = PlanSize(plan: QueryPlan(leaves: leaves), reader: reader)
        func pages(_ plan: Plan) throws -> Int { try size.pages(of: plan) }
        let every = try pages(.leaf(0))
        #expect(every > 2)
        #expect(try pages(.leaf(1)) == 1)
        #expect(try pages(.leaf(2)) == 0)
        #expect(try pages(.leaf(3)) == 1)
        #expect(try pages(.leaf(4)) == every + 1)
        #expect(try pages(.leaf(5)) == .max)
        #expect(try pages(.and([.leaf(0), .leaf(1), .filter(0)])) == 1)
        #expect(try pages(.or([.leaf(0), .leaf(1)])) == every + 1)
        #expect(try pages(.or([.leaf(0), .everything])) == .max)
        #expect(try pages(.nothing) == 0)
      }
    }
  }
}
