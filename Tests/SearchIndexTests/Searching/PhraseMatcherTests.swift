import Testing

@testable import SearchIndex

struct PhraseMatcherTests {
  private func body(_ positions: Int...) -> [Occurrence] {
    positions.map { Occurrence(column: 1, position: $0) }
  }

  @Test func phraseKeepsWordOrder() {
    #expect(PhraseMatcher.matches([body(3, 9), body(2, 4, 11)], slop: nil) == body(3))
    #expect(PhraseMatcher.matches([body(3), body(2)], slop: nil) == [])
  }

  @Test func phraseDoesNotSpanFields() {
    let title = [Occurrence(column: 0, position: 3)]
    #expect(PhraseMatcher.matches([title, body(4)], slop: nil) == [])
    #expect(PhraseMatcher.matches([title, body(4)], slop: 10) == [])
  }

  @Test func nearIsInAnyOrder() {
    #expect(PhraseMatcher.matches([body(10), body(4)], slop: 5) == body(4))
    #expect(PhraseMatcher.matches([body(10), body(4)], slop: 4) == [])
    #expect(PhraseMatcher.matches([body(0, 20), body(3, 22), body(1)], slop: 2) == body(0))
  }
}
