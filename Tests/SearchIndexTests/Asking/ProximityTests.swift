import Testing

@testable import SearchEngine
@testable import SearchIndex

struct ProximityTests {
  private func word(_ term: Int, _ ordinal: Int, _ position: Int) -> QueryPlan.Word {
    QueryPlan.Word(term: term, ordinal: ordinal, position: position)
  }

  @Test func pairsAreAtMostFiveWordsApartAndOrderedOnesAdjacent() {
    // "ban of the test": the gap counts stop words.
    #expect(
      Proximity.pairs(of: [word(0, 0, 0), word(1, 1, 3)]) == [
        .init(first: 0, second: 1, gap: nil), .init(first: 0, second: 1, gap: 3),
      ])
    let seven = (0..<7).map { word($0, $0, $0) }
    let pairs = Proximity.pairs(of: seven)
    #expect(pairs.count { $0.gap == nil } == 5 + 5 + 4 + 3 + 2 + 1)
    #expect(pairs.count { $0.gap != nil } == 6)
  }

  @Test func aWordTypedTwiceMakesNoPairWithItself() {
    #expect(Proximity.pairs(of: [word(0, 0, 0), word(0, 1, 1)]).isEmpty)
  }

  @Test func countsPairsOfOccurrences() {
    #expect(Proximity.count([0, 20], [8, 12, 28, 40], gap: nil) == 3)
    #expect(Proximity.count([0, 20], [1, 2, 3, 19, 22], gap: 2) == 3)
    #expect(Proximity.count([5], [5], gap: nil) == 0)
    #expect(Proximity.count([], [1], gap: nil) == 0)
  }
}
