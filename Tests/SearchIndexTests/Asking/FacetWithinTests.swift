import IndexDefinition
import SearchIndex
import SearchModel
import Testing

/// What facets count beside their first numbers: within the hits, sources, languages, weeks.
struct FacetWithinTests {
  private let articles: [(Article, Tags)] = [
    tagged(1, date: "2025-09-01", source: "Wire", language: "en", ["Ada Quill", "Bo Marsh"]),
    tagged(2, date: "2025-09-07", source: "Wire", language: "fr", ["Ada Quill", "Cy Moor"]),
    tagged(3, date: "2025-09-08", source: "Paper", language: "en", ["Bo Marsh"]),
    tagged(4, date: "2025-09", source: nil, language: nil, ["Bo Marsh"]),
    tagged(5, date: nil, source: "Élan", language: "fr", ["Ada Quill", "Dee Voss"]),
  ]

  private static func tagged(
    _ id: Int, date: String?, source: String?, language: String?, _ people: [String]
  ) -> (Article, Tags) {
    let mention = [Mention(field: .body, range: 0..<1, rule: "test")]
    return (
      Article(
        id: String(id), title: "", body: "Talks \(id).", date: date.flatMap { CalendarDate($0) },
        source: source, language: language),
      Tags(people: people.map { PersonTag(name: $0, mentions: mention) })
    )
  }

  private func answer(_ change: (inout SearchRequest) -> Void) throws -> SearchResults {
    try withSearcher(articles) { searcher, _ in
      try searcher.search(
        request("talks") {
          $0.facets = FacetRequest.Kind.allCases.map { FacetRequest($0) }
          change(&$0)
        })
    }
  }

  private func lines(_ facet: FacetResult?) -> [String]? {
    facet?.buckets.map { bucket in
      let within = bucket.within.map { "\($0) of " } ?? ""
      return "\(bucket.isSelected ? "*" : "")\(bucket.value) \(within)\(bucket.count)"
    }
  }

  @Test func aFacetWithoutAFilterCountsOnce() throws {
    let results = try answer { _ in }
    #expect(
      lines(results.people) == ["Ada Quill 3", "Bo Marsh 3", "Cy Moor 1", "Dee Voss 1"])
    #expect(lines(results.sources) == ["Wire 2", "Paper 1", "Élan 1"])
    #expect(results.sources?.unknown == FacetResult.Unknown(count: 1))
    #expect(lines(results.languages) == ["en 2", "fr 2"])
    #expect(results.languages?.buckets.map(\.label) == ["English", "French"])
    #expect(results.languages?.unknown == FacetResult.Unknown(count: 1))
    #expect(results.dates?.undatedWithin == nil)
  }

  @Test func whoIsNamedBesideAPersonComesBeforeWhoIsNot() throws {
    let results = try answer { $0.filters.people = ["Dee Voss"] }
    #expect(results.ids == ["5"])
    #expect(
      lines(results.people) == [
        "Ada Quill 1 of 3", "*Dee Voss 1 of 1", "Bo Marsh 0 of 3", "Cy Moor 0 of 1",
      ])
    #expect(lines(results.sources) == ["Élan 1"])
  }

  @Test func whatIsFilteredByIsShownBehindAPageThatLacksIt() throws {
    let results = try answer {
      $0.filters.people = ["Dee Voss"]
      $0.facets = [FacetRequest(.person, limit: 1)]
    }
    #expect(lines(results.people) == ["Ada Quill 1 of 3", "*Dee Voss 1 of 1"])
    #expect(results.people?.hasMore == true)
  }

  @Test func aLanguageFilteredByKeepsTheOthers() throws {
    let results = try answer { $0.filters.language = "fr" }
    #expect(results.total == 2)
    #expect(lines(results.languages) == ["*fr 2 of 2", "en 0 of 2"])
    #expect(results.languages?.unknown == FacetResult.Unknown(count: 1, within: 0))
    #expect(lines(results.people) == ["Ada Quill 2", "Cy Moor 1", "Dee Voss 1"])
  }

  @Test func withoutItsFacetALanguageIsFilteredByAlike() throws {
    let results = try answer {
      $0.filters.language = "fr"
      $0.facets = [FacetRequest(.person)]
    }
    #expect(results.total == 2)
    #expect(lines(results.people) == ["Ada Quill 2", "Cy Moor 1", "Dee Voss 1"])
  }

  @Test func weeksBeginOnMondayAndPartialDatesStandApart() throws {
    let results = try answer { $0.dateInterval = .week }
    #expect(lines(results.dates?.facet) == ["2025-09 1", "2025-W36 2", "2025-W37 1"])
    #expect(
      results.dates?.facet.buckets.map(\.label)
        == ["September 2025", "1 September 2025", "8 September 2025"])
  }

  @Test func datesFilteredByCountWithin() throws {
    let results = try answer {
      $0.dateInterval = .week
      $0.filters.dates = [
        DateRange(from: CalendarDate("2025-09-03"), to: CalendarDate("2025-09-30"))
      ]
    }
    #expect(results.ids.sorted() == ["2", "3"])
    #expect(
      lines(results.dates?.facet) == ["2025-09 0 of 1", "2025-W36 1 of 2", "*2025-W37 1 of 1"])
    #expect((results.dates?.undated, results.dates?.undatedWithin) == (1, 0))
  }

  @Test func bucketsAtTheEndsAreNotEmpty() throws {
    let results = try withSearcher([
      article(1, "", "Talks.", date: "2024"), article(2, "", "Talks.", date: "2024-03-05"),
      article(3, "", "Talks.", date: "2025"),
    ]) { searcher, _ in
      try searcher.search(
        request("talks") {
          $0.facets = [FacetRequest(.date)]
          $0.dateInterval = .month
        })
    }
    let buckets = results.dates?.facet.buckets ?? []
    #expect(buckets.first?.value == "2024")
    #expect(buckets.last?.value == "2025")
    #expect(buckets.count == 14)
  }

  @Test func sourcesAreSearchedAndSortedByName() throws {
    let results = try answer {
      var facet = FacetRequest(.source)
      facet.prefix = "e"
      var named = FacetRequest(.language)
      named.order = .name
      $0.facets = [facet, named]
    }
    #expect(lines(results.sources) == ["Élan 1"])
    #expect(results.sources?.hasMore == false)
    #expect(lines(results.languages) == ["en 2", "fr 2"])
  }
}
