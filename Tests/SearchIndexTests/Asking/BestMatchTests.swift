import Foundation
import IndexDefinition
import QueryLanguage
import SearchIndex
import SearchModel
import TestSupport
import Testing

/// All words first, then most of their weight.
struct BestMatchTests {
  private static let articles =
    [
      article(1, "Harbour strike", "The harbour workers walk out.", date: "2025-03-01"),
      article(2, "Harbour talks", "The harbour talks begin in Kyiv.", date: "2025-03-02"),
      article(3, "Wheat", "A good year for wheat.", date: "2024-08-01"),
      article(4, "A strike", "Workers strike in the mill.", date: "2024-09-01"),
    ] + (10..<30).map { article($0, "Weather", "A common day \($0).") }

  private func best(
    _ text: String, _ change: (inout SearchRequest) -> Void = { _ in },
    in articles: [(Article, Tags)] = articles
  ) throws -> SearchResults {
    try withSearcher(articles) { searcher, _ in
      try searcher.search(
        request(text) {
          $0.match = .best
          change(&$0)
        })
    }
  }

  @Test func articlesWithEveryWordComeFirstAndAreTheTotal() throws {
    let results = try best("harbour strike workers")
    #expect(results.ids == ["1", "4", "2"])
    #expect((results.total, results.totalPartial) == (1, 2))
    #expect(results.hits.map(\.missing) == [[], ["harbour"], ["strike", "workers"]])
    #expect(results.notes == [])
  }

  @Test func whereNoneHasEveryWordTheRareOneIsKept() throws {
    let results = try best("common wheat")
    #expect(results.ids == ["3"])
    #expect((results.total, results.totalPartial) == (0, 1))
    #expect(results.hits[0].missing == ["common"])
  }

  @Test func tenArticlesWithEveryWordAreEnough() throws {
    let results = try best("common weather")
    #expect((results.total, results.totalPartial) == (20, 0))
    #expect(results.hits.allSatisfy { $0.missing.isEmpty })
  }

  @Test func whatIsAskedForHoldsInBothGroups() throws {
    #expect(try best("harbour strike date:2024").ids == ["4"])
    #expect(try best("harbour strike -mill").ids == ["1", "2"])
    #expect(
      try best("harbour strike") { $0.filters.dates = [DateRange(to: CalendarDate("2024"))] }.ids
        == ["4"])
    #expect(try best("harbour AND strike").ids == ["1", "2", "4"])
    #expect(try best("(harbour OR wheat) strike").total == 1)
  }

  @Test func facetsCountWhatIsListed() throws {
    let results = try best("harbour strike workers") {
      $0.facets = [FacetRequest(.date)]
      $0.dateInterval = .year
    }
    #expect(results.dates?.facet.buckets.map(\.count) == [1, 2])
    let whole = try best("harbour strike workers") {
      $0.facets = [FacetRequest(.date)]
      $0.dateInterval = .year
      $0.wantsPartial = false
    }
    #expect(whole.dates?.facet.buckets.map(\.count) == [1])
    #expect(whole.ids == ["1"] && whole.totalPartial == 0)
  }

  @Test(arguments: [SearchRequest.Sort.newest, .oldest])
  func sortedByDateTheGroupsStayApart(_ sort: SearchRequest.Sort) throws {
    let results = try best("harbour talks strike workers") { $0.sort = sort }
    #expect(results.ids == (sort == .newest ? ["2", "1", "4"] : ["4", "1", "2"]))
    let first = try best("harbour strike workers") { $0.sort = sort }
    #expect(first.ids == (sort == .newest ? ["1", "2", "4"] : ["1", "4", "2"]))
  }

  @Test(arguments: [SearchRequest.Ranking.best, .fast])
  func pagesGoOnFromOneGroupIntoTheOther(_ ranking: SearchRequest.Ranking) throws {
    try withSearcher(Self.articles) { searcher, _ in
      var asked = request("harbour talks strike workers mill") {
        $0.match = .best
        $0.ranking = ranking
      }
      let whole = try searcher.search(asked)
      asked.limit = 1
      var pages: [SearchResults] = []
      repeat {
        pages.append(try searcher.search(asked))
        asked.after = pages.last?.next
      } while asked.after != nil
      #expect(pages.flatMap(\.ids) == whole.ids && whole.ids.count > 1)
      #expect(pages.allSatisfy { $0.total == whole.total && $0.totalPartial == whole.totalPartial })
    }
  }

  @Test func strictModesStayStrict() throws {
    for match in [SearchRequest.MatchMode.all, .phrase] {
      let results = try best("harbour strike talks") { $0.match = match }
      #expect((results.ids, results.total, results.totalPartial) == ([], 0, 0))
    }
  }

  // MARK: - Words that no article has

  @Test(arguments: [
    ("harbuor strike", "harbour"), ("wheta", "wheat"), ("workres strike", "workers"),
    ("talksbegin", "talks begin"),
  ])
  func aMistypedWordIsSearchedAsWhatIsMeantAndTold(_ typed: String, _ meant: String) throws {
    let results = try best(typed)
    let word = typed.split(separator: " ").first.map(String.init) ?? ""
    #expect(results.corrected == [CorrectedWord(typed: word, searched: meant)])
    #expect(results.notes.first == "searched for “\(meant)”; “\(word)”: 0 articles")
    #expect(results.total >= 1)
    #expect(results.text == typed)
  }

  @Test(arguments: ["=harbuor strike", "\"harbuor\" strike"])
  func aWordMeantAsItStandsIsNotCorrected(_ typed: String) throws {
    let results = try best(typed)
    #expect(results.corrected == [] && results.total == 0)
  }

  /// Two letters apart, so that they are told by their sound alone.
  @Test(arguments: [
    ("petroff wheat", "petrov"), ("petroff", "petrov"), ("petrofka", nil),
  ])
  func aNameIsSearchedAsTheOneThatSoundsLikeIt(_ typed: String, _ meant: String?) throws {
    let people = [(1, "Ivan Petrov"), (2, "Anna Petrov")]
    let articles = people.map { id, name in
      let (article, _) = article(id, "", "\(name) spoke of wheat.")
      return (article, Tags(people: [PersonTag(name: name, mentions: [])]))
    }
    let results = try withSearcher(articles) { searcher, _ in
      try searcher.search(request(typed) { $0.match = .best })
    }
    #expect(results.corrected.map(\.searched) == (meant.map { [$0] } ?? []))
    #expect(results.total == (meant == nil ? 0 : 2))
  }

  @Test func strictModesCorrectNothing() throws {
    for match in [SearchRequest.MatchMode.all, .any, .phrase] {
      let results = try best("harbuor") { $0.match = match }
      #expect(results.corrected == [] && results.total == 0)
      #expect(results.notes == ["no article has the word “harbuor”; did you mean harbour?"])
    }
  }

  /// Two words as near: what stands beside the other words of the query decides, else nothing.
  @Test func whereTwoAreAsLikelyTheOtherWordsDecide() throws {
    let articles = [
      article(1, "", "The cart rolls to market."), article(2, "", "A card game for sailors."),
    ]
    let cart = try best("caxt market", in: articles)
    #expect(cart.corrected.isEmpty || cart.corrected.map(\.searched) == ["cart"])
    #expect(try best("caxt", in: articles).corrected == [])
  }

  // MARK: - Bounds

  @Test func wordsThatStandForOthersAreBoundedAndTold() throws {
    let results = try best((0..<12).map { "h\($0)*" }.joined(separator: " ") + " wheat")
    #expect(
      results.notes.contains(
        "only the first 8 words with * or ~ stand for others; the rest was searched as it is"))
    #expect(results.ids == ["3"])
    let few = try best((0..<8).map { "h\($0)*" }.joined(separator: " "))
    #expect(!few.notes.contains { $0.hasPrefix("only the first") })
  }

  @Test func forAWordThatNobodyTypesNothingIsSuggested() throws {
    let results = try best(String(repeating: "harbour", count: 10_000))
    #expect(results.total == 0 && results.corrected == [])
    #expect(results.notes.count == 1 && !results.notes[0].contains("did you mean"))
  }

  // MARK: - Against what is counted one by one

  /// Of different stems, common and rare; none that is spelt in two words too, as `mini ster` is, since
  /// that counts in the default mode alone.
  private static let words = [
    "peace", "talk", "trade", "harbour", "wheat", "zurich", "strike", "north", "end3", "end7",
    "end11", "end12", "end13",
  ]

  @Test(arguments: [1, 2, 3] as [UInt64])
  func bothGroupsAreExact(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let articles = corpus.articles(300)
    try withSearcher(articles) { searcher, _ in
      for number in 0..<40 {
        let count = Int.random(in: 2...6, using: &corpus.generator)
        let words = Array(Self.words.shuffled(using: &corpus.generator).prefix(count))
        let message = Comment(rawValue: "seed \(seed), query \(number): \(words)")
        try expectExactGroups(words, searcher, message)
        try expectExactFacets(words, articles, searcher, message)
      }
    }
  }

  /// People and countries are those of what is listed, both groups of it; with a filter, `within`.
  private func expectExactFacets(
    _ words: [String], _ articles: [(Article, Tags)], _ searcher: Searcher, _ message: Comment
  ) throws {
    for countries in [[], ["FR"], ["GB", "PL"]] {
      let results = try searcher.search(
        request(words.joined(separator: " ")) {
          $0.match = .best
          $0.limit = 1000
          $0.filters.countries = countries
          $0.facets = [FacetRequest(.person), FacetRequest(.country)]
        })
      let listed = Set(results.ids)
      let tags = articles.filter { listed.contains($0.0.id) }.map(\.1)
      #expect(listed.count == results.total + results.totalPartial, message)
      #expect(
        counts(of: results.people)
          == Self.sums(tags.flatMap { $0.people.map(\.name) }), message)
      #expect(
        counts(of: results.countries)
          == Self.sums(tags.flatMap { $0.countries.map(\.code) }), message)
    }
  }

  private func counts(of facet: FacetResult?) -> [String: Int] {
    var counts: [String: Int] = [:]
    for bucket in facet?.buckets ?? [] { counts[bucket.value] = bucket.within ?? bucket.count }
    return counts.filter { $0.value > 0 }
  }

  private static func sums(_ values: [String]) -> [String: Int] {
    values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private func expectExactGroups(
    _ words: [String], _ searcher: Searcher, _ message: Comment
  ) throws {
    func ids(_ text: String, _ match: SearchRequest.MatchMode) throws -> [String] {
      try searcher.search(
        request(text) {
          $0.match = match
          $0.ranking = .fast
          $0.limit = 1000
          $0.isStrict = true
        }
      ).ids
    }
    let text = words.joined(separator: " ")
    let whole = try ids(text, .all)
    let results = try searcher.search(
      request(text) {
        $0.match = .best
        $0.ranking = .fast
        $0.limit = 1000
      })
    guard results.corrected.isEmpty else { return }
    #expect(results.total == whole.count, message)
    guard whole.count < 10 else { return }
    let holders = try words.map { Set(try ids($0, .all)) }
    let weights = holders.map { held in
      held.isEmpty ? 0 : max(0, (log((300 + 1) / (Double(held.count) + 0.5)) * 1024).rounded(.down))
    }
    let known = weights.filter { $0 > 0 }
    let sum = known.reduce(0, +)
    let held = known.count > 2 ? 0.67 * sum / Double(known.count) : sum / 2
    let least = max(1, held.rounded(.down))
    let expected = try ids(text, .any).filter { id in
      !whole.contains(id)
        && zip(holders, weights).reduce(0) { $0 + ($1.0.contains(id) ? $1.1 : 0) } >= least
    }
    #expect(Array(results.ids.dropFirst(whole.count)) == expected, message)
    #expect(results.totalPartial == expected.count, message)
  }
}
