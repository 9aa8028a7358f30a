import TestSupport
import Testing

@testable import SearchEngine
@testable import SearchIndex

struct StemStatisticsTests {
  private func numbers(_ statistics: StemStatistics, _ stem: String) -> [Int] {
    let counts = statistics.counts(of: stem)
    return [counts.articles, counts.occurrences]
  }

  private func read(_ bytes: [UInt8]) -> StemStatistics? {
    bytes.withUnsafeBytes { StemStatistics(MappedBuffer(copying: $0), byteCount: $0.count) }
  }

  @Test func storedBytesAreReadBack() throws {
    let statistics = StemStatistics(
      articles: 90,
      stems: [
        .init(hash: StemStatistics.hash("peac"), articles: 7, occurrences: 12),
        .init(hash: StemStatistics.hash("talk"), articles: 40, occurrences: 99),
      ].sorted { $0.hash < $1.hash })
    let stored = try #require(read(statistics.bytes))
    #expect(stored.articles == 90)
    #expect(numbers(stored, "peac") == [7, 12])
    #expect(numbers(stored, "talk") == [40, 99])
    #expect(numbers(stored, "unknown") == [1, 1])
  }

  @Test func otherBytesAreRefused() {
    for bytes in [[], [1, 2, 3], [1, 0, 0, 0, 2, 0, 0, 0, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]]
      as [[UInt8]]
    {
      #expect(read(bytes) == nil, "\(bytes)")
    }
  }

  @Test func anIndexRunCountsTheStems() throws {
    let articles = [
      article(1, "Talks", "They talk and talk."), article(2, "", "Talking of harbours."),
      article(3, "", "The harbour."),
    ]
    try withSearcher(articles) { _, index in
      let stored = try #require(try index.read { try StoredStems(database: $0).read() })
      #expect(stored.articles == 3)
      #expect(numbers(stored, "talk") == [2, 4])
      #expect(numbers(stored, "harbour") == [2, 2])
    }
  }

  @Test(arguments: [(0, 0), (8_192, 0), (8_193, 1), (16_384, 1), (60_000, 3), (1_000_000, 7)])
  func theSampleIsBounded(articles: Int, level: Int) {
    #expect(StemStatistics.level(of: articles) == level)
  }

  @Test func whatIsTakenOutAgainWasNeverCounted() {
    let texts = ["They talk and talk.", "Talking of harbours 1916."].map {
      FullTextQueue.Text(title: "", body: $0, bigrams: nil)
    }
    var first = StemTally(language: "en")
    first.add(texts[0], 1)
    var both = StemTally(language: "en")
    for text in texts { both.add(text, 1) }
    var taken = StemTally(language: "en")
    taken.add(texts[1], -1)
    let again = taken.added(to: both.statistics(level: 0))
    #expect(again.bytes == first.statistics(level: 0).bytes)
    var added = StemTally(language: "en")
    added.add(texts[1], 1)
    let whole = added.added(to: first.statistics(level: 0))
    #expect(whole.bytes == both.statistics(level: 0).bytes)
  }
}
