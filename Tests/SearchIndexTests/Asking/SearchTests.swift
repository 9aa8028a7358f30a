import IndexDefinition
import SearchIndex
import SearchModel
import Testing

/// Facts about answers that a reader can check by eye.
struct SearchTests {
  private static let mention = [Mention(field: .body, range: 0..<1, rule: "test")]

  private func tagged(
    _ article: (Article, Tags), people: [String] = [], countries: [String] = []
  ) -> (Article, Tags) {
    let tags = Tags(
      people: people.map { PersonTag(name: $0, mentions: Self.mention) },
      countries: countries.map { CountryTag(code: $0, isFocus: false, mentions: Self.mention) })
    return (article.0, tags)
  }

  private var articles: [(Article, Tags)] {
    [
      tagged(
        article(1, "", "The willing formed a coalition.", date: "2025-01-05"),
        people: ["Ada Quill"], countries: ["FR"]),
      tagged(
        article(2, "", "A long report on the coalition of the willing.", date: "2025-03-01"),
        people: ["Bo Quill", "Dee O'Hara"], countries: ["GB", "FR"]),
      tagged(article(3, "", "The coalition was willing.", date: "2025"), countries: ["GB"]),
      tagged(article(4, "Willing coalition", "Coalition, willing."), people: ["Dee O'Hara"]),
    ]
  }

  @Test func articlesWithTheWordsAsAPhraseComeFirst() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(request("coalition of the willing"))
      #expect(results.total == 4)
      #expect(results.ids.first == "2")
    }
  }

  @Test func hitsBringNoMoreThanIsAskedOfThem() throws {
    try withSearcher(articles) { searcher, _ in
      let whole = try searcher.search(request("coalition")).hits
      let named = try searcher.search(request("coalition") { $0.hitFields = .id }).hits
      let bare = try searcher.search(request("coalition") { $0.hitFields = .none }).hits
      #expect(named.map(\.id) == whole.map(\.id) && named.allSatisfy { $0.title.isEmpty })
      #expect(bare.map(\.score) == whole.map(\.score) && bare.allSatisfy { $0.id.isEmpty })
    }
  }

  @Test func aQuotedPhraseKeepsItsStopWords() throws {
    try withSearcher(articles) { searcher, _ in
      let quoted = try searcher.search(request("\"coalition of the willing\""))
      #expect(quoted.ids == ["2"])
      let bare = try searcher.search(request("coalition of the willing") { $0.match = .phrase })
      #expect(bare.ids == ["2"])
    }
  }

  @Test func undatedArticlesComeLastEitherWay() throws {
    try withSearcher(articles) { searcher, _ in
      let newest = try searcher.search(request("coalition") { $0.sort = .newest })
      #expect(newest.ids == ["2", "1", "3", "4"])
      let oldest = try searcher.search(request("coalition") { $0.sort = .oldest })
      #expect(oldest.ids == ["3", "1", "2", "4"])
    }
  }

  @Test func aSurnameStandsForAllWhoHaveIt() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(request("") { $0.filters.people = ["quill"] })
      #expect(Set(results.ids) == ["1", "2"])
      #expect(results.notes == ["quill stands for Ada Quill, Bo Quill"])
      let folded = try searcher.search(request("") { $0.filters.people = ["dee o’hara"] })
      #expect(folded.total == 2)
    }
  }

  @Test func aNameIsReadAsThePersonItMeansAndSaid() throws {
    let named = [
      tagged(article(1, "", "Talks."), people: ["Volodymyr Zelensky"]),
      tagged(article(2, "", "Talks."), people: ["François Müller"]),
      tagged(article(3, "", "Talks."), people: ["Keir Starmer"]),
    ]
    let readings: [(typed: String, ids: [String], notes: [String])] = [
      ("Keir Starmer", ["3"], []),
      ("zelenskiy", ["1"], ["zelenskiy was read as Volodymyr Zelensky"]),
      ("Wolodymyr Selenskyj", ["1"], ["Wolodymyr Selenskyj was read as Volodymyr Zelensky"]),
      ("francois mueller", ["2"], ["francois mueller was read as François Müller"]),
      ("President Starmer", ["3"], ["President Starmer was read as Keir Starmer"]),
      ("K. Starmer", ["3"], ["K. Starmer was read as Keir Starmer"]),
    ]
    try withSearcher(named) { searcher, _ in
      for reading in readings {
        let option = try searcher.search(request("") { $0.filters.people = [reading.typed] })
        #expect(option.ids.sorted() == reading.ids, "\(reading.typed)")
        #expect(option.notes == reading.notes)
        let clause = try searcher.search(request("person:\"\(reading.typed)\""))
        #expect(clause.ids.sorted() == reading.ids)
        #expect(clause.notes == reading.notes)
        let excluded = try searcher.search(
          request("") { $0.filters.excludedPeople = [reading.typed] })
        #expect(excluded.total == 3 - reading.ids.count)
        #expect(excluded.notes == reading.notes)
      }
    }
  }

  /// One slip of the letters, in all that was typed.
  @Test(arguments: [
    ("Warren Buffett", nil), ("Ada Quilt", "Ada Quill"), ("Eda Quilt", nil),
    ("Adda Quill", "Ada Quill"),
    ("Dee O'Hata", "Dee O'Hara"), ("Bo Q", nil), ("Qull", "Ada Quill, Bo Quill"),
  ])
  func onlyNamesWithinOneSlipAreOffered(typed: String, offered: String?) throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(request("") { $0.filters.people = [typed] })
      let remedy = offered.map { "; did you mean \($0)?" } ?? ""
      #expect(results.notes.first == "no article mentions a person named \(typed)\(remedy)")
    }
  }

  @Test func passagesPreferThoseThatNameThePersonFilteredBy() throws {
    let filler = String(repeating: "The harbour talks go on and on in the town hall. ", count: 12)
    let body = filler + "Later Ada Quill spoke of the ships. " + filler
    let start = filler.utf8.count + "Later ".utf8.count
    let mention = Mention(field: .body, range: start..<start + 9, rule: "test")
    let named = (
      Article(id: "1", title: "", body: body),
      Tags(people: [PersonTag(name: "Ada Quill", mentions: [mention])])
    )
    try withSearcher([named]) { searcher, _ in
      func passages(_ people: [String]) throws -> [String] {
        let results = try searcher.search(
          request("harbour talks") {
            $0.filters.people = people
            $0.passages = 1
          })
        return results.hits.flatMap(\.passages).map(\.text)
      }
      let (plain, naming) = (try passages([]), try passages(["Ada Quill"]))
      #expect(plain.map { $0.contains("Ada Quill") } == [false])
      #expect(naming.map { $0.contains("Ada Quill") } == [true])
      #expect(naming.map { $0.contains("harbour talks") } == [true])
    }
  }

  @Test func anUnknownPersonIsAskedBack() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(request("") { $0.filters.people = ["Quilt"] })
      #expect(results.total == 0)
      #expect(
        results.notes.first
          == "no article mentions a person named Quilt; did you mean Ada Quill, Bo Quill?")
    }
  }

  @Test func anUnknownCountryIsAnError() throws {
    try withSearcher(articles) { searcher, _ in
      #expect(throws: UnknownFilterValue.self) {
        try searcher.search(request("") { $0.filters.countries = ["Frnace"] })
      }
      let french = try searcher.search(request("") { $0.filters.countries = ["France"] })
      #expect(french.total == 2)
    }
  }

  @Test func anUnknownCountryInsideAQueryIsANote() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(request("coalition country:frnace"))
      #expect(results.total == 0)
      #expect(results.notes.contains { $0.hasPrefix("no country is called frnace") })
    }
  }

  @Test func aFacetIsCountedWithItsOwnFilterLifted() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(
        request("coalition") {
          $0.facets = [FacetRequest(.person, limit: 1), FacetRequest(.country)]
          $0.filters.people = ["Ada Quill"]
        })
      #expect(results.total == 1)
      let buckets = results.people?.buckets.map {
        "\($0.value) \($0.within ?? -1) of \($0.count) \($0.isSelected)"
      }
      #expect(buckets == ["Ada Quill 1 of 1 true"])
      #expect(results.people?.hasMore == true)
      #expect(results.countries?.buckets.map(\.value) == ["FR"])
    }
  }

  @Test func datesFillGapsAndKeepPartialOnesApart() throws {
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(request("coalition") { $0.facets = [FacetRequest(.date)] })
      #expect(results.dates?.interval == .month)
      let buckets = results.dates?.facet.buckets.map { "\($0.label) \($0.count)" } ?? []
      #expect(
        buckets == ["2025 1", "January 2025 1", "February 2025 0", "March 2025 1"])
      #expect(results.dates?.undated == 1)
    }
  }

  /// What a script gives for "all".
  @Test(arguments: [(0, Int.max), (Int.max, 3), (1, Int.max), (Int.max, Int.max)])
  func pagesMayBeAsGreatAsNumbersAre(offset: Int, limit: Int) throws {
    try withSearcher(articles) { searcher, _ in
      func people(_ offset: Int, _ limit: Int) throws -> FacetResult? {
        let facet = FacetRequest(.person, limit: limit)
        return try searcher.search(
          request("coalition") {
            $0.facets = [facet]
            $0.facets[0].offset = offset
            ($0.offset, $0.limit) = (offset, limit)
          }
        ).people
      }
      let all = try #require(try people(0, 100)?.buckets)
      #expect(all.count > 1)
      let page = try #require(try people(offset, limit))
      #expect(page.buckets == Array(all.dropFirst(offset).prefix(limit)))
      #expect(!page.hasMore)
    }
  }

  @Test func facetsSortedByNameHeedNoAccents() throws {
    let named = ["Zoe Quill", "Élan Voss", "ada quill", "Bo Quill"].enumerated().map {
      tagged(article($0 + 1, "", "Talks."), people: [$1])
    }
    try withSearcher(named) { searcher, _ in
      var facet = FacetRequest(.person)
      facet.order = .name
      let results = try searcher.search(request("") { $0.facets = [facet] })
      #expect(
        results.people?.buckets.map(\.value) == ["ada quill", "Bo Quill", "Élan Voss", "Zoe Quill"])
    }
  }

  @Test func facetsAreSearchedByTheWordsOfTheirNames() throws {
    try withSearcher(articles) { searcher, _ in
      var facet = FacetRequest(.person)
      facet.prefix = "qui"
      facet.order = .name
      let results = try searcher.search(request("") { $0.facets = [facet] })
      #expect(results.people?.buckets.map(\.value) == ["Ada Quill", "Bo Quill"])
    }
  }
}
