import IndexDefinition
import SearchIndex
import SearchModel
import Testing

/// Words of a query that are also who, where or when.
struct OfferTests {
  private static func tagged(
    _ id: Int, _ body: String, _ date: String, people: [String] = [], countries: [String] = []
  ) -> (Article, Tags) {
    var (article, tags) = article(id, "", body, date: date)
    tags.people = people.map { PersonTag(name: $0, mentions: []) }
    tags.countries = countries.map { CountryTag(code: $0, isFocus: true, mentions: []) }
    article.title = "Article \(id)"
    return (article, tags)
  }

  private static let articles = [
    tagged(
      1, "Ada Quill spoke of wheat in France.", "2025-03-02", people: ["Ada Quill"],
      countries: ["FR"]),
    tagged(2, "The minister spoke of wheat.", "2025-03-02", people: ["Ada Quill"]),
    tagged(3, "Wheat was dear on 2 March 2025.", "2025-04-01", countries: ["FR"]),
    tagged(4, "Wheat was cheap.", "1987-05-01"),
  ]

  private func search(
    _ text: String, _ change: (inout SearchRequest) -> Void = { _ in }
  ) throws -> SearchResults {
    try withSearcher(Self.articles) { searcher, _ in
      try searcher.search(
        request(text) {
          $0.match = .best
          $0.wantsOffers = true
          change(&$0)
        })
    }
  }

  @Test func peopleCountriesAndDatesAreOfferedWithWhatTheyFind() throws {
    let results = try search("ada quill wheat France 2 March 2025")
    #expect(results.offers.map(\.kind) == [.person, .country, .date])
    #expect(results.offers.map(\.value) == ["Ada Quill", "FR", "2025-03-02"])
    #expect(results.offers.map(\.words) == ["ada quill", "France", "2 March 2025"])
    #expect(try search("wheat ada quill").offers.map(\.count) == [2])
    #expect(try search("wheat france").offers.map(\.count) == [2])
  }

  @Test func nothingIsAppliedUnasked() throws {
    let results = try search("wheat ada quill")
    #expect(results.total == 1 && results.ids.first == "1")
    #expect(results.understood == "wheat ada quill")
  }

  @Test func askedForTheFiltersTakeTheWordsPlace() throws {
    let results = try search("wheat ada quill 2025-03-02") { $0.appliesOffers = true }
    #expect(results.ids.sorted() == ["1", "2"] && results.total == 2)
    #expect(results.understood == "wheat person:\"Ada Quill\" date:2025-03-02")
    #expect(
      results.notes == [
        "“ada quill” was taken for the filter person:Ada Quill",
        "“2025-03-02” was taken for the filter date:2025-03-02",
      ])
    #expect(results.offers == [])
  }

  @Test func aDateCountsForArticlesOfItAndForThoseThatNameIt() throws {
    #expect(try Set(search("wheat 2 March 2025").ids) == ["1", "2", "3"])
    #expect(try search("wheat 2 March 2025").total == 3)
    #expect(try search("wheat in 1987").total == 1)
    #expect(try search("wheat 2 March 2025") { $0.match = .all }.total == 1)
  }

  @Test func lastWeekCountsFromToday() throws {
    let results = try search("wheat last week") { $0.today = CalendarDate("2025-03-09") }
    #expect(results.offers.map(\.value) == ["2025-02-24..2025-03-02"])
    #expect(results.total == 2)
    #expect(try search("wheat last week").offers == [])
  }

  @Test func theWordsOfADateAreNotCalledUnknown() throws {
    let results = try search("barley in 1987")
    #expect(results.notes.map { $0.contains("1987") } == results.notes.map { _ in false })
  }

  @Test(arguments: ["quill wheat", "wheat it", "wheat Atlantis", "=ada quill", "wheat OR france"])
  func whatIsNoNameOfTheArchiveIsNotOffered(_ text: String) throws {
    #expect(try search(text).offers == [])
  }

  @Test func strictModesOfferNothing() throws {
    #expect(try search("wheat france") { $0.match = .all }.offers == [])
    #expect(try search("wheat france") { $0.wantsOffers = false }.offers == [])
  }
}
