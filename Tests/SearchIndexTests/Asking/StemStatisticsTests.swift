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
        (StemStatistics.hash("peac"), 7, 12), (StemStatistics.hash("talk"), 40, 99),
      ])
    let stored = try #require(read(statistics.bytes))
    #expect(stored.articles == 90)
    #expect(numbers(stored, "peac") == [7, 12])
    #expect(numbers(stored, "talk") == [40, 99])
    #expect(numbers(stored, "unknown") == [1, 1])
  }

  @Test func otherBytesAreRefused() {
    for bytes in [[], [1, 2, 3], [1, 0, 0, 0, 2, 0, 0, 0, 9, 9, 9, 9]] as [[UInt8]] {
      #expect(read(bytes) == nil, "\(bytes)")
    }
  }

  @Test func anIndexRunCountsTheStems() throws {
    let articles = [
      article(1, "Talks", "They talk and talk."), article(2, "", "Talking of harbours."),
      article(3, "", "The harbour."),
    ]
    try withSearcher(articles) { _, index in
      let stored = try #require(try index.read { try StemCounter(database: $0).stored() })
      #expect(stored.articles == 3)
      // talks, talk and talking are in one article each: all chance allows is that none overlap.
      #expect(stored.counts(of: "talk").occurrences == 4)
      #expect(numbers(stored, "harbour") == [2, 2])
    }
  }
}
