import Foundation
import IndexDefinition
import SearchModel
import Testing

@testable import SearchEngine
@testable import SearchIndex

/// Scores that fall with age.
struct RecencyTests {
  private let articles = [
    article(1, "", "Harbour harbour harbour.", date: "2025-01-01"),
    article(2, "", "The harbour in the rain.", date: "2025-03-02"),
    article(3, "", "A harbour of some kind.", date: "2025-02-28"),
    article(4, "", "Harbour, undated."), article(5, "", "Harbour of a month.", date: "2025-03"),
    article(6, "", "Another thing.", date: "9999-01-01"),
  ]

  @Test func halfLivesAreReadInAllUnits() {
    let days = ["12h", "30d", "6w", "6m", "1y"].map { HalfLife($0)?.days }
    #expect(days == [0.5, 30, 42, 182.625, 365.25])
    for text in ["", "d", "30", "0d", "-3d", "3.5d", "30 d", "1e3d", "999999999d", "3D"] {
      #expect(HalfLife(text) == nil, "\(text)")
    }
  }

  @Test func aScoreHalvesWithEveryHalfLife() throws {
    try withSearcher(articles) { searcher, _ in
      for ranking in SearchRequest.Ranking.allCases {
        let plain = try searcher.search(request("harbour") { $0.ranking = ranking })
        let aged = try searcher.search(
          request("harbour") {
            $0.ranking = ranking
            $0.recency = HalfLife("2d")
          })
        let scores = Dictionary(uniqueKeysWithValues: plain.hits.map { ($0.id, $0.score) })
        // Days before the newest date that is not in the future, 2 March 2025.
        let ages: [String: Double] = ["1": 60, "2": 0, "3": 2, "4": 4, "5": 1]
        #expect(plain.ids.first == "1")
        #expect(aged.ids.last == "1")
        #expect(aged.ids.first == "2")
        #expect(Set(aged.ids) == Set(plain.ids))
        for hit in aged.hits {
          let expected = (scores[hit.id] ?? 0) * exp2(-(ages[hit.id] ?? 0) / 2)
          #expect(abs(hit.score - expected) < 1e-9, "\(ranking) \(hit.id)")
        }
      }
    }
  }

  @Test func whatAgeTakesIsAPartOfTheSum() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(
        request("harbour rain") {
          $0.match = .any
          $0.recency = HalfLife("1w")
          $0.explains = true
        })
      for hit in results.hits {
        let recency = hit.explanation.filter { $0.kind == .recency }
        #expect(recency.count == (hit.id == "2" ? 0 : 1))
        #expect(recency.allSatisfy { $0.value < 0 })
        #expect(abs(hit.explanation.reduce(0) { $0 + $1.value } - hit.score) < 1e-9)
      }
    }
  }
}
