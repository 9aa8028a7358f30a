internal import IndexDefinition
internal import SQLite
package import SearchIndex
package import SearchModel

/// Compares the searcher's answers with those of ``NaiveSearch``, of SQL over the base tables and
/// of FTS5's own MATCH.
package final class Differential {
  private static let shownHits = 10
  private static let shownBuckets = 100
  private static let tolerance = 1e-9

  /// What has been compared.
  package struct Counts {
    package var answers = 0
    package var matches = 0
    package var wholeSets = 0
    package var stockMatches = 0
    package var sqlFacets = 0
  }

  package private(set) var counts = Counts()
  package let naive: NaiveSearch
  private let index: ArticleIndex
  private let searcher: Searcher

  package init(_ index: ArticleIndex) throws {
    self.index = index
    searcher = Searcher(index)
    naive = NaiveSearch(try index.read { try NaiveCorpus($0) })
  }

  /// What differs, in words; nothing when all agrees.
  ///
  /// - Parameter isThorough: Also compares every hit and bucket, and facets with SQL.
  package func differences(_ request: SearchRequest, isThorough: Bool) throws -> [String] {
    let expected = naive.answer(request)
    var request = request
    let isWhole = isThorough || expected.articles.count <= 100
    request.limit = isWhole ? expected.articles.count + 1 : Self.shownHits
    for facet in request.facets.indices {
      request.facets[facet].limit = isThorough ? 1 << 20 : Self.shownBuckets
    }
    let results = try searcher.search(request)
    counts.answers += 1
    counts.matches += expected.articles.count
    counts.wholeSets += isWhole ? 1 : 0
    var differences = compare(results, expected, request)
    differences += try compareWithStock(request, expected)
    differences += try compareAlone(request, results)
    if isThorough { differences += try compareWithSQL(expected) }
    return differences
  }

  /// The best hits asked for alone, without total and facets: the same to the bit.
  private func compareAlone(_ request: SearchRequest, _ results: SearchResults) throws -> [String] {
    var request = request
    (request.facets, request.countsTotal) = ([], false)
    return try [1, Self.shownHits].flatMap { limit in
      request.limit = limit
      let hits = try searcher.search(request).hits
      return hits == Array(results.hits.prefix(limit))
        ? []
        : ["hits alone \(hits.map(\.id)), expected \(results.hits.prefix(limit).map(\.id))"]
    }
  }

  private func compare(
    _ results: SearchResults, _ expected: NaiveAnswer, _ request: SearchRequest
  ) -> [String] {
    var differences: [String] = []
    if results.total != expected.articles.count {
      differences.append("total \(results.total), expected \(expected.articles.count)")
    }
    let top = expected.top(request.limit)
    let ids = top.map { naive.corpus.articles[$0.article].id }
    if results.hits.map(\.id) != ids {
      differences.append("hits \(results.hits.map(\.id).prefix(12)), expected \(ids.prefix(12))")
    }
    for (hit, wanted) in zip(results.hits, top)
    where abs(hit.score - wanted.score) > Self.tolerance * max(1, wanted.score) {
      differences.append("score of \(hit.id) \(hit.score), expected \(wanted.score)")
      break
    }
    return differences + compareFacets(results, expected, request)
  }

  private func compareFacets(
    _ results: SearchResults, _ expected: NaiveAnswer, _ request: SearchRequest
  ) -> [String] {
    let (filters, limit) = (request.filters, request.facets.first?.limit ?? 0)
    var differences = compare(
      "people", results.people, expected.people, !filters.people.isEmpty, limit)
    differences += compare(
      "countries", results.countries, expected.countries, !filters.countries.isEmpty, limit)
    differences += compare("sources", results.sources, expected.sources, false, limit)
    differences += compare(
      "languages", results.languages, expected.languages, filters.language != nil, limit)
    return differences + compare(results.dates, expected, filters)
  }

  /// The buckets in order, ties by value.
  private func compare(
    _ name: String, _ facet: FacetResult?, _ counts: NaiveAnswer.Counts, _ isFiltered: Bool,
    _ limit: Int
  ) -> [String] {
    let ranked = counts.ranked(isFiltered: isFiltered)
    let expected = ranked.prefix(limit).map { value in
      Bucket(value, counts.lifted[value], isFiltered ? counts.within[value] ?? 0 : nil)
    }
    let buckets = facet?.buckets.filter { !$0.isSelected || counts.lifted[$0.value] ?? 0 > 0 } ?? []
    let got = buckets.map { Bucket($0.value, $0.count, $0.within) }.prefix(expected.count)
    let unknown = facet?.unknown.map { Bucket("", $0.count, $0.within) }
    let expectedUnknown = unknown.map { _ in
      Bucket("", counts.lifted[""] ?? 0, isFiltered ? counts.within[""] ?? 0 : nil)
    }
    guard Array(got) == expected, facet?.hasMore == (ranked.count > limit),
      unknown == expectedUnknown
    else { return ["\(name) \(got.prefix(8)), expected \(expected.prefix(8))"] }
    return []
  }

  private func compare(
    _ dates: DateFacetResult?, _ expected: NaiveAnswer, _ filters: Filters
  ) -> [String] {
    guard let dates else { return ["no dates"] }
    let isFiltered = !filters.dates.isEmpty || filters.undated
    let counts = expected.dates(dates.interval)
    let undated = [Bucket("", dates.undated, dates.undatedWithin)]
    let got = undated + dates.facet.buckets.map { Bucket($0.value, $0.count, $0.within) }
    let wanted = counts.lifted.merging(["": 0]) { $0 + $1 }.map { value, count in
      Bucket(value, count, isFiltered ? counts.within[value] ?? 0 : nil)
    }
    let ends = [dates.facet.buckets.first, dates.facet.buckets.last]
    guard got.filter({ $0.value.isEmpty || $0.count != 0 }).sorted() == wanted.sorted(),
      ends.allSatisfy({ $0?.count != 0 })
    else { return ["dates \(got), expected \(wanted)"] }
    return []
  }
}

/// What is compared of a bucket.
private struct Bucket: Equatable, Comparable {
  var value: String
  var count: Int?
  var within: Int?

  init(_ value: String, _ count: Int?, _ within: Int?) {
    (self.value, self.count, self.within) = (value, count, within)
  }

  static func < (left: Bucket, right: Bucket) -> Bool { left.value < right.value }
}

// MARK: - SQL

extension Differential {
  /// Phrases, NEAR and prefixes, where FTS5's language can say the same.
  private func compareWithStock(
    _ request: SearchRequest, _ expected: NaiveAnswer
  ) throws -> [String] {
    guard request.filters == Filters(), let match = StockMatch.text(of: request.query) else {
      return []
    }
    let rows: [Int64] = try index.read { database in
      try database.values(
        "SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid", .text(match))
    }
    counts.stockMatches += 1
    return rows == expected.articles.map { naive.corpus.articles[$0].row }
      ? [] : ["FTS5's MATCH \(match) finds \(rows.count)"]
  }

  private func compareWithSQL(_ expected: NaiveAnswer) throws -> [String] {
    counts.sqlFacets += 1
    func sql(_ sql: String, _ lifted: [Int]) throws -> NaiveAnswer.Counts {
      NaiveAnswer.Counts(
        lifted: try counts(sql, lifted), within: try counts(sql, expected.articles))
    }
    let people = try sql(
      "SELECT name, count(*) FROM article_person WHERE +article_id IN", expected.forPeople)
    let countries = try sql(
      "SELECT code, count(*) FROM article_country WHERE +article_id IN", expected.forCountries)
    let dates = try sql(
      "SELECT coalesce(date, ''), count(*) FROM article WHERE +id IN", expected.forDates)
    let sources = try sql(
      "SELECT coalesce(source, ''), count(*) FROM article WHERE +id IN", expected.articles)
    let languages = try sql(
      "SELECT coalesce(language, ''), count(*) FROM article WHERE +id IN", expected.forLanguages)
    let isEqual =
      people == expected.people && countries == expected.countries
      && dates == expected.dates(.day) && sources == expected.sources
      && languages == expected.languages
    return isEqual ? [] : ["facets by SQL"]
  }

  private func counts(_ sql: String, _ articles: [Int]) throws -> [String: Int] {
    let rows = articles.map { String(naive.corpus.articles[$0].row) }.joined(separator: ",")
    var counts: [String: Int] = [:]
    try index.read { database in
      try Statement(database, sql + " (SELECT value FROM json_each(?)) GROUP BY 1")
        .forEach(.text("[\(rows)]")) { counts[$0.text(0)] = Int($0.integer(1)) }
    }
    return counts
  }
}
