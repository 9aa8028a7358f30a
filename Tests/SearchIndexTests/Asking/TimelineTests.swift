import IndexDefinition
import SQLite
import SearchModel
import TestSupport
import Testing

@testable import SearchEngine
@testable import SearchIndex

/// Facets by date, inside dates, and of what an article is about.
struct TimelineTests {
  private static let mention = [Mention(field: .body, range: 0..<1, rule: "test")]

  private func tagged(
    _ id: Int, _ date: String?, people: [String] = [], about: [String] = [],
    naming: [String] = []
  ) -> (Article, Tags) {
    let tags = Tags(
      people: people.map { PersonTag(name: $0, mentions: Self.mention) },
      countries: about.map { CountryTag(code: $0, isFocus: true, mentions: Self.mention) }
        + naming.map { CountryTag(code: $0, isFocus: false, mentions: Self.mention) })
    return (article(id, "", "The harbour \(id).", date: date).0, tags)
  }

  private var articles: [(Article, Tags)] {
    [
      tagged(1, "2024-01-05", people: ["Ada Quill"], about: ["FR"], naming: ["GB"]),
      tagged(2, "2024-03-01", people: ["Ada Quill", "Bo Reed"], about: ["GB"]),
      tagged(3, "2024-03-20", people: ["Ada Quill"], naming: ["FR"]),
      tagged(4, nil, people: ["Bo Reed"], about: ["FR", "GB"]),
      tagged(5, "2019", people: ["Cy Ott"], naming: ["FR"]),
      tagged(6, "2024-03-20", people: ["Ada Quill"]),
    ]
  }

  @Test func aTimelineCountsTheFacetsValuesByDate() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(
        request("harbour date:2024.. OR harbour date:none") {
          $0.timeline = FacetRequest(.person, limit: 2)
          $0.dateInterval = .month
        })
      #expect(
        results.timeline
          == Timeline(
            kind: .person, interval: .month,
            dates: [1, 2, 3].compactMap { CalendarDate(year: 2024, month: $0) },
            series: [
              .init(value: "Ada Quill", label: "Ada Quill", counts: [1, 0, 3], undated: 0),
              .init(value: "Bo Reed", label: "Bo Reed", counts: [0, 0, 1], undated: 1),
            ]))
    }
  }

  @Test func aTimelineAddsUpToItsFacetAndTakesTheDateFacetsInterval() throws {
    let seed: UInt64 = 47
    var random = RandomCorpus(seed: seed)
    try withSearcher(random.articles(300)) { searcher, _ in
      for kind in [FacetRequest.Kind.person, .country] {
        for _ in 0..<20 {
          let filters = filters(&random.generator)
          let results = try searcher.search(
            request("harbour") {
              $0.filters = filters
              $0.facets = [FacetRequest(kind, limit: 4), FacetRequest(.date)]
              $0.timeline = FacetRequest(kind, limit: 4)
              $0.isStrict = true
            })
          let facet = kind == .person ? results.people : results.countries
          let timeline = try #require(results.timeline)
          #expect(timeline.series.map(\.value) == facet?.buckets.map(\.value), "seed \(seed)")
          #expect(
            timeline.series.map { $0.counts.reduce(0, +) + $0.undated }
              == facet?.buckets.map(\.count), "seed \(seed), \(filters)")
          #expect(timeline.interval == results.dates?.inside?.interval ?? results.dates?.interval)
        }
      }
    }
  }

  private func filters(_ generator: inout SeededGenerator) -> Filters {
    var filters = Filters()
    func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &generator) == 0 }
    if oneIn(3) {
      filters.people = RandomCorpus.people.randomElement(using: &generator).map { [$0] } ?? []
    }
    if oneIn(3) {
      filters.countries = Array(RandomCorpus.countries.shuffled(using: &generator).prefix(2))
    }
    if oneIn(3) {
      filters.dates = [
        DateRange(from: CalendarDate(year: 2024), to: CalendarDate(year: 2024, month: 6))
      ]
      filters.undated = oneIn(2)
    }
    return filters
  }

  @Test func aTimelineEqualsSQLOverTheTables() throws {
    let seed: UInt64 = 53
    var random = RandomCorpus(seed: seed)
    try withSearcher(random.articles(300)) { searcher, index in
      let timeline = try #require(
        searcher.search(
          request("") {
            $0.timeline = FacetRequest(.person, limit: 100)
            $0.dateInterval = .year
          }
        ).timeline)
      let counted = timeline.series.flatMap { series in
        zip(timeline.dates, series.counts).filter { $1 > 0 }
          .map { "\(series.value) \($0) \($1)" }
      }
      let expected: [String] = try index.read {
        try $0.values(
          """
          SELECT name || ' ' || substr(date, 1, 4) || ' ' || count(*)
          FROM article_person JOIN article ON article.id = article_id WHERE date IS NOT NULL
          GROUP BY name, substr(date, 1, 4)
          """)
      }
      #expect(Set(counted) == Set(expected), "seed \(seed)")
      #expect(counted.count > 5)
    }
  }

  @Test func focusCountsAndFiltersWhatAnArticleIsAbout() throws {
    func countries(_ change: (inout SearchRequest) -> Void = { _ in }) throws -> SearchResults {
      try withSearcher(articles) { searcher, _ in
        try searcher.search(
          request("harbour") {
            $0.facets = [FacetRequest(.country)]
            $0.filters.countryFocus = true
            change(&$0)
          })
      }
    }
    let all = try countries()
    #expect(all.countries?.buckets.map { "\($0.value) \($0.count)" } == ["FR 2", "GB 2"])
    let french = try countries { $0.filters.countries = ["FR"] }
    #expect(french.ids.sorted() == ["1", "4"])
    #expect(
      french.countries?.buckets.map { "\($0.value) \($0.count) \($0.isSelected)" }
        == ["FR 2 true", "GB 2 false"])
    #expect(try countries { $0.filters.countries = ["FR", "GB"] }.total == 3)
    #expect(try countries { $0.filters.excludedCountries = ["FR"] }.total == 4)
    let clause = try withSearcher(articles) { searcher, _ in
      try searcher.search(request("country:FR") { $0.filters.countryFocus = true })
    }
    #expect(clause.total == 2)
    let timeline = try countries { $0.timeline = FacetRequest(.country) }.timeline
    #expect(timeline?.series.map { $0.counts.reduce(0, +) + $0.undated } == [2, 2])
    let named = try countries { $0.filters.countryFocus = false }
    #expect(named.countries?.buckets.map { "\($0.value) \($0.count)" } == ["FR 4", "GB 3"])
  }

  @Test func theDatesFilteredByOpenIntoFinerOnes() throws {
    func dates(_ from: CalendarDate?, _ to: CalendarDate?) throws -> DateFacetResult? {
      try withSearcher(articles) { searcher, _ in
        try searcher.search(
          request("harbour") {
            $0.facets = [FacetRequest(.date)]
            if from != nil { $0.filters.dates = [DateRange(from: from, to: to)] }
          }
        ).dates
      }
    }
    let all = try dates(nil, nil)
    #expect(all?.interval == .year)
    #expect(all?.facet.buckets.map(\.count) == [1, 0, 0, 0, 0, 4])
    #expect(all?.undated == 1)
    #expect(all?.inside == nil)
    let year = try dates(CalendarDate(year: 2024), CalendarDate(year: 2024))
    #expect(year?.facet.buckets.map(\.count) == all?.facet.buckets.map(\.count))
    #expect(year?.inside?.interval == .month)
    #expect(
      year?.inside?.buckets.map { "\($0.value) \($0.count)" }
        == ["2024-01 1", "2024-02 0", "2024-03 3"])
    let march = CalendarDate(year: 2024, month: 3)
    let month = try dates(march, march)
    #expect(month?.inside?.interval == .day)
    #expect(month?.inside?.buckets.count == 20)
    #expect(month?.inside?.buckets.last?.count == 2)
  }
}
