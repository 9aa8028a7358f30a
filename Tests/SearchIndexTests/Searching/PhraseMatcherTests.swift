import Testing

@testable import SearchIndex

struct PhraseMatcherTests {
  private func body(_ positions: Int...) -> [Occurrence] {
    positions.map { Occurrence(column: 1, position: $0) }
  }

  private func matches(_ slots: [[Occurrence]], slop: Int?) -> [Occurrence] {
    var matcher = PhraseMatcher(slotCount: slots.count, slop: slop)
    var found: [Occurrence] = []
    matcher.appendMatches(of: slots, to: &found)
    return found
  }

  @Test func phraseKeepsWordOrder() {
    #expect(matches([body(3, 9), body(2, 4, 11)], slop: nil) == body(3))
    #expect(matches([body(3), body(2)], slop: nil) == [])
  }

  @Test func aMatcherServesOneArticleAfterAnother() {
    var matcher = PhraseMatcher(slotCount: 2, slop: nil)
    var found: [Occurrence] = []
    matcher.appendMatches(of: [body(8), body(9)], to: &found)
    matcher.appendMatches(of: [body(1, 4), body(2, 5)], to: &found)
    #expect(found == body(8, 1, 4))
  }

  @Test func phraseDoesNotSpanFields() {
    let title = [Occurrence(column: 0, position: 3)]
    #expect(matches([title, body(4)], slop: nil) == [])
    #expect(matches([title, body(4)], slop: 10) == [])
  }

  @Test func nearIsInAnyOrder() {
    #expect(matches([body(10), body(4)], slop: 5) == body(4))
    #expect(matches([body(10), body(4)], slop: 4) == [])
    #expect(matches([body(0, 20), body(3, 22), body(1)], slop: 2) == body(0))
  }
}
