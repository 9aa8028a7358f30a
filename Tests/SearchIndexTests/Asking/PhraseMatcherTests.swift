import TestSupport
import Testing

@testable import SearchEngine
@testable import SearchIndex

struct PhraseMatcherTests {
  private func body(_ positions: Int...) -> [Occurrence] {
    positions.map { Occurrence(column: 1, position: $0) }
  }

  /// The matches by article; slots by article, then in order of place, read in `order`.
  private func matches(
    _ articles: [[[Occurrence]]], slop: Int?, order: [Int]? = nil
  ) throws -> [[Occurrence]] {
    let postings = articles[0].indices.map { slot in
      ListPostings(
        articles.enumerated().flatMap { row, slots in
          slots[slot].map { (row: Int64(row), occurrence: $0) }
        })
    }
    let slots = (order ?? Array(postings.indices)).map {
      PhraseSlot(place: $0, walk: postings[$0].walk)
    }
    return try withExtendedLifetime(postings) {
      if let slop {
        return try matches(slots, NearMatcher(slots: slots.count, slop: slop), articles.count)
      }
      return try matches(slots, PhraseMatcher(), articles.count)
    }
  }

  private func matches<Matcher: SlotMatcher & ~Copyable>(
    _ slots: [PhraseSlot], _ matcher: consuming Matcher, _ articles: Int
  ) throws -> [[Occurrence]] {
    var found: [[Occurrence]] = []
    for row in 0..<Int64(articles) {
      let isFound = try matcher.find(slots, in: row) == row
      found.append(isFound ? Array(matcher.matches) : [])
    }
    return found
  }

  @Test func phraseKeepsWordOrder() throws {
    #expect(try matches([[body(3, 9), body(2, 4, 11)]], slop: nil) == [body(3)])
    #expect(try matches([[body(3), body(2)]], slop: nil) == [[]])
  }

  @Test func repeatedWordsFollowThemselves() throws {
    let the = body(1, 2, 3, 7, 9, 10)
    #expect(try matches([[the, the]], slop: nil) == [body(1, 2, 9)])
    #expect(try matches([[the, the, the]], slop: nil) == [body(1)])
  }

  @Test func aMatcherServesOneArticleAfterAnother() throws {
    let articles = [
      [body(8), body(9)], [body(), body(3)], [body(1, 4), body(2, 5)], [body(1), body(3)],
    ]
    #expect(try matches(articles, slop: nil) == [body(8), [], body(1, 4), []])
    #expect(try matches(articles, slop: 1) == [body(8), [], body(1, 2, 4), body(1)])
  }

  @Test func matchingDoesNotSpanFields() throws {
    let title = [Occurrence(column: 0, position: 3)]
    #expect(try matches([[title, body(4)]], slop: nil) == [[]])
    #expect(try matches([[title, body(4)]], slop: 10) == [[]])
    let last = [Occurrence(column: 0, position: 0x7FFF_FFFF)]
    for order in [[0, 1], [1, 0]] {
      #expect(try matches([[last, body(0)]], slop: nil, order: order) == [[]])
    }
  }

  @Test func nearIsInAnyOrder() throws {
    #expect(try matches([[body(10), body(4)]], slop: 5) == [body(4)])
    #expect(try matches([[body(10), body(4)]], slop: 4) == [[]])
    #expect(try matches([[body(0, 20), body(3, 22), body(1)]], slop: 2) == [body(0)])
  }

  /// Words of two fields and some of the bigrams, in lists long enough to outgrow memory.
  @Test func everyOrderFindsWhatLookingAtEachPlaceFinds() throws {
    let seed: UInt64 = 5
    var random = SeededGenerator(seed: seed)
    for number in 0..<60 {
      let texts = (0..<3).map { _ in
        (0..<Int.random(in: 0...(number % 10 == 0 ? 2000 : 40), using: &random)).map { _ in
          Int.random(in: 0..<3, using: &random)
        }
      }
      let words = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        Int.random(in: 0..<3, using: &random)
      }
      let slots = words.map { word in
        texts.enumerated().flatMap { column, text in
          text.indices.filter { text[$0] == word }.map { Occurrence(column: column, position: $0) }
        }
      }
      let expected = texts.enumerated().flatMap { column, text in
        text.indices.filter { text[$0...].starts(with: words) }
          .map { Occurrence(column: column, position: $0) }
      }
      let order = Array(words.indices).shuffled(using: &random)
      #expect(
        try matches([slots], slop: nil, order: order) == [expected],
        "seed \(seed), number \(number), order \(order)")
    }
  }
}
