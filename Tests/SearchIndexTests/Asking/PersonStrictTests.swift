import IndexDefinition
import NewsTagging
import SQLite
import SearchModel
import TestSupport
import Testing

@testable import SearchIndex

/// People whom articles name by a name alone, which is taken for theirs: shown as such, and left out on
/// request.
struct PersonStrictTests {
  private static let full = ["b", "c", "d"].map {
    ["id": $0, "body": "John J. Haldwick spoke in camp \($0).", "date": "1916-05-02"]
  }
  private static let alone = [
    ["id": "a", "body": "Gen. Haldwick left the camp.", "date": "1916-05-03"]
  ]

  /// - Parameter runs: the articles of each, in the order of the runs.
  private func withRuns(
    _ runs: [[[String: String]]], _ body: (TestArchive, Searcher) throws -> Void
  ) throws {
    try withArchive { archive in
      for (number, articles) in runs.enumerated() {
        try archive.write("\(number).jsonl", articles)
        try archive.run()
      }
      try body(archive, Searcher(ArticleIndex(path: archive.index.path, access: .readOnly)))
    }
  }

  /// Settled within one run, by articles that came before, and by some that came after.
  private static let ways = [[full + alone], [full, alone], [alone, full]]

  @Test(arguments: ways)
  func aNameAloneIsAnAssumption(runs: [[[String: String]]]) throws {
    try withRuns(runs) { archive, _ in
      let people = try ["a", "b"].map { try archive.index.articles(named: $0)[0].tags.people[0] }
      #expect(people.map(\.name) == ["John J. Haldwick", "John J. Haldwick"])
      #expect(people.map(\.isAssumed) == [true, false])
      let assumed = try archive.strings(
        """
        SELECT external_id || ' ' || assumed FROM article_person
        JOIN article ON article.id = article_id ORDER BY 1
        """)
      #expect(assumed == ["a 1", "b 0", "c 0", "d 0"])
    }
  }

  @Test(arguments: ways)
  func itCountsOnlyWhereThatIsWanted(runs: [[[String: String]]]) throws {
    try withRuns(runs) { _, searcher in
      func counts(isStrict: Bool) throws -> [Int?] {
        let results = try searcher.search(
          request("camp") {
            $0.facets = [FacetRequest(.person)]
            $0.filters.people = ["=John J. Haldwick"]
            $0.filters.personStrict = isStrict
          })
        let bucket = results.people?.buckets.first
        return [results.total, bucket?.count, bucket?.within]
      }
      let (all, strict) = (try counts(isStrict: false), try counts(isStrict: true))
      #expect(all == [4, 4, 4])
      #expect(strict == [3, 3, 3])
    }
  }

  @Test func whatIsLeftOutIsTold() throws {
    try withRuns([Self.full + Self.alone]) { _, searcher in
      let results = try searcher.search(
        request("camp person:\"=John J. Haldwick\"") { $0.filters.personStrict = true })
      #expect(results.total == 3)
      #expect(
        results.notes == ["1 of 4 articles with John J. Haldwick give the name alone: left out"])
    }
  }

  @Test func aNameKeptApartIsNoAssumption() throws {
    try withRuns([Self.full + Self.alone]) { archive, _ in
      _ = try PersonCorrections(index: archive.index)
        .make([.keepApart("Haldwick", from: "John J. Haldwick")])
      let person = try archive.index.articles(named: "a")[0].tags.people[0]
      #expect(person.name == "Haldwick" && !person.isAssumed)
    }
  }

  @Test func anArticleThatGivesBothAssumesNothing() throws {
    let both = ["id": "a", "body": "Gen. Haldwick left. John J. Haldwick is well."]
    try withRuns([Self.full + [both]]) { archive, _ in
      let people = try archive.index.articles(named: "a")[0].tags.people
      #expect(people.map(\.isAssumed) == [false])
    }
  }
}
