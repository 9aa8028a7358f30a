import GRDB
import IndexDefinition
import QueryLanguage
import TestSupport
import Testing

@testable import SearchIndex

/// The searcher against a naive evaluation of the same query over the same articles.
struct SearchDifferentialTests {
  @Test(arguments: [1, 2] as [UInt64])
  func setsAndFacetsEqualTheNaiveOnes(seed: UInt64) throws {
    var random = RandomCorpus(seed: seed)
    let articles = random.articles(200)
    let naive = NaiveSearch(articles)
    try withSearcher(articles) { searcher, _ in
      for _ in 0..<60 {
        var request = SearchRequest(text: "", query: random.query())
        request.match = random.generator.next() % 2 == 0 ? .all : .any
        request.filters = random.filters()
        request.isStrict = true
        request.limit = 300
        request.wantsSnippets = false
        for kind in request.facets.indices { request.facets[kind].limit = 100 }
        try compare(searcher.search(request), request, naive, seed)
      }
    }
  }

  private func compare(
    _ results: SearchResults, _ request: SearchRequest, _ naive: NaiveSearch, _ seed: UInt64
  ) {
    let told: Comment = "seed \(seed), \(request.match), \(request.query), \(request.filters)"
    let wanted = request.filters
    let base = naive.entries.filter { naive.matches(request.query, $0, match: request.match) }
    let byPeople = base.filter { naive.passes($0, people: wanted.people) }
    let byDates = { (entry: NaiveSearch.Entry) in
      naive.passes(entry, dates: wanted.dates, undated: wanted.undated)
    }
    let byCountries = { (entry: NaiveSearch.Entry) in
      naive.passes(entry, countries: wanted.countries)
    }
    let matching = byPeople.filter { byDates($0) && byCountries($0) }
    #expect(Set(results.ids) == Set(matching.map(\.article.id)), told)
    #expect(results.total == matching.count, told)

    let people = base.filter { byDates($0) && byCountries($0) }.flatMap {
      $0.tags.people.map(\.name)
    }
    let countries = byPeople.filter(byDates).flatMap { $0.tags.countries.map(\.code) }
    #expect(counts(results.people) == tally(people), told)
    #expect(counts(results.countries) == tally(countries), told)
    let dated = byPeople.filter(byCountries)
    #expect(results.dates?.undated == dated.count { $0.article.date == nil }, told)
    #expect(
      results.dates?.facet.buckets.reduce(0) { $0 + $1.count }
        == dated.count { $0.article.date != nil }, told)
  }

  private func counts(_ facet: FacetResult?) -> [String: Int] {
    let buckets = facet?.buckets.filter { $0.count > 0 } ?? []
    return Dictionary(buckets.map { ($0.value, $0.count) }, uniquingKeysWith: +)
  }

  private func tally(_ values: [String]) -> [String: Int] {
    Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
  }

  @Test func segmentsAndStockPostingsGiveTheSameAnswers() throws {
    let seed: UInt64 = 11
    var random = RandomCorpus(seed: seed)
    try withSearcher(random.articles(120)) { _, index in
      for _ in 0..<50 {
        var request = SearchRequest(text: "", query: random.query())
        request.match = .any
        try index.read { database in
          let stock = try Corpus(database, postings: StockPostings(database))
          let expected = try Answer(request: request, corpus: stock).results()
          let got = try Answer(request: request, corpus: Corpus(database)).results()
          #expect(got == expected, "seed \(seed), \(request.query)")
        }
      }
    }
  }

  @Test func phrasesEqualFTS5Match() throws {
    let seed: UInt64 = 23
    var random = RandomCorpus(seed: seed)
    try withSearcher(random.articles(200)) { searcher, index in
      for _ in 0..<100 {
        guard case .phrase(let phrase) = random.query(depth: 0) else { continue }
        var request = SearchRequest(text: "", query: .phrase(phrase))
        request.isStrict = true
        let words = phrase.text.split(separator: " ").map { "\"\($0)\"" }
        // FTS5 has no NEAR that is too narrow for its words to fit.
        let match =
          phrase.slop.map { "NEAR(\(words.joined(separator: " ")), \($0))" }
          ?? "\"\(phrase.text)\""
        let expected = try index.read {
          try Int.fetchOne(
            $0, sql: "SELECT count(*) FROM article_fts WHERE article_fts MATCH ?",
            arguments: [match])
        }
        #expect(try searcher.search(request).total == expected, "seed \(seed), \(match)")
      }
    }
  }

  @Test func facetsEqualSQLOverTheTables() throws {
    let seed: UInt64 = 31
    var random = RandomCorpus(seed: seed)
    try withSearcher(random.articles(200)) { searcher, index in
      let results = try searcher.search(
        request("harbour") { $0.facets = [FacetRequest(.person, limit: 50)] })
      let expected = try index.read {
        try Row.fetchAll(
          $0,
          sql: """
            SELECT name, count(*) FROM article_person WHERE +article_id IN (
              SELECT rowid FROM article_fts WHERE article_fts MATCH 'harbour OR harbours')
            GROUP BY name ORDER BY count(*) DESC, name
            """
        ).map { FacetResult.Bucket(value: $0[0], label: $0[0], count: $0[1], isSelected: false) }
      }
      #expect(results.people?.buckets == expected, "seed \(seed)")
    }
  }
}
