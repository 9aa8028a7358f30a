import Foundation
import SearchIndex
import SearchModel
import Testing

/// Scores worked out by hand from the formulas.
struct ScoreTests {
  private let articles = [
    article(1, "Talks on peace", "They talk of peace."),
    article(2, "", "Peace, peace at last."),
    article(3, "Harvest", "The wheat is in."),
  ]

  /// dl′ counts the title twice: 7 + 3, 4 + 0, 5 + 1 of title + body 7, 4, 5.
  private func saturation(_ frequency: Double, length: Double) -> Double {
    let mean = (7.0 + 4 + 5) / 3 + (3.0 + 0 + 1) / 3
    return 1.8 * frequency / (frequency + 0.8 * (0.6 + 0.4 * length / mean))
  }

  @Test func firstStageWeighsTypedFormsTitleAndVariants() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(request("talks") { $0.ranking = .fast })
      // "Talks" typed and in the title: 1 + 1; its stem-mate "talk": ½.
      let expected =
        log(4 / 1.5) * (3.0 / 1).squareRoot() * saturation(2.5, length: 10)
      #expect(results.ids == ["1"])
      #expect(abs(results.hits[0].score - expected) < 1e-12)
    }
  }

  @Test func scoresSumOverWords() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(
        request("peace wheat") {
          $0.ranking = .fast
          $0.match = .any
        })
      let peace = log(4 / 2.5) * (5.0 / 2).squareRoot()
      let wheat = log(4 / 1.5) * (2.0 / 1).squareRoot()
      let expected = [
        "3": wheat * saturation(1, length: 6), "1": peace * saturation(3, length: 10),
        "2": peace * saturation(2, length: 4),
      ]
      #expect(results.total == 3)
      for hit in results.hits {
        #expect(abs(hit.score - (expected[hit.id] ?? 0)) < 1e-12, "\(hit.id)")
      }
    }
  }

  @Test func secondStageAddsLeadAndNearness() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(request("talks peace") { $0.match = .any })
      let rare = log(4 / 1.5) * (3.0 / 1).squareRoot() * saturation(2.5 + 1, length: 10)
      let common = log(4 / 2.5) * (5.0 / 2).squareRoot()
      // Article 1: talks at 0 and 7, peace at 2 and 9; three of the four pairs are within 8 of
      // each other, and only (0, 2), (7, 9) in order, 2 apart where the query has 1.
      let near =
        0.08 * log(1 + (3 - 1 + 0.5) / 1.5) * 2.2 * 3
        / (3 + 1.2 * (0.35 + 0.65 * 7 / (16.0 / 3)))
      #expect(results.ids == ["1", "2"])
      #expect(
        abs(results.hits[0].score - (rare + common * saturation(3 + 1, length: 10) + near)) < 1e-12)
      #expect(abs(results.hits[1].score - common * saturation(2 + 1, length: 4)) < 1e-12)
    }
  }

  @Test func scoreDoesNotDependOnTheLimit() throws {
    let many = (1...80).map { number in
      article(
        number, number % 3 == 0 ? "Harbour news" : "",
        "The harbour \(String(repeating: "wide harbour ", count: number % 7)) word\(number % 11) end"
      )
    }
    try withSearcher(many) { searcher, _ in
      let all = try searcher.search(request("harbour wide") { $0.limit = 80 }).hits
      for (offset, limit) in [(0, 1), (0, 10), (7, 20), (60, 40)] {
        let page = try searcher.search(
          request("harbour wide") {
            $0.offset = offset
            $0.limit = limit
          }
        ).hits
        #expect(page == Array(all.dropFirst(offset).prefix(limit)), "\(offset) \(limit)")
      }
    }
  }
}
