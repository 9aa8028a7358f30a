import Foundation
internal import IndexDefinition
import QueryLanguage
internal import SearchIndex
package import SearchModel

/// Answers requests the slow way: every article is looked at, every rule applied one by one.
///
/// For one thread. What words and filters match is kept, as they come again.
package final class NaiveSearch {
  private static let keptLimit = 4000

  package let corpus: NaiveCorpus
  private let reader: WordReader
  private let filters: NaiveFilters
  private let lengths: [(title: Int, body: Int)]
  private var matches: [NaiveLeaf: NaiveMatches] = [:]

  package init(_ corpus: NaiveCorpus) {
    self.corpus = corpus
    reader = WordReader(corpus)
    filters = NaiveFilters(corpus)
    lengths = corpus.articles.indices.map {
      (corpus.fields[0].length(of: $0), corpus.fields[1].length(of: $0))
    }
  }

  package func answer(_ request: SearchRequest) -> NaiveAnswer {
    let query = NaiveQuery(request.query, match: request.match, reader: reader)
    var base = set(of: query.root, query)
    base = zip(base, fixed(request.filters)).map { $0 && $1 }
    let languages = request.filters.language.map { filters.passing(.language($0)) }
    let people = passing(request.filters.people) {
      filters.articles(naming: Set($0.flatMap(filters.people)))
    }
    let countries = passing(request.filters.countries) {
      filters.articles(about: $0.compactMap { CountryNames.code(for: $0) })
    }
    let isDated = !request.filters.dates.isEmpty || request.filters.undated
    let dates =
      isDated ? filters.dated(request.filters.dates, undated: request.filters.undated) : nil
    let found = numbers(base, [people, countries, dates, languages])
    return NaiveAnswer(
      corpus: corpus, articles: found, ranked: rank(found, query, request),
      forPeople: numbers(base, [countries, dates, languages]),
      forCountries: numbers(base, [people, dates, languages]),
      forDates: numbers(base, [people, countries, languages]),
      forLanguages: numbers(base, [people, countries, dates]))
  }

  // MARK: Sets

  private func set(of node: NaiveQuery.Node, _ query: NaiveQuery) -> [Bool] {
    switch node {
    case .everything: return all(true)
    case .nothing: return all(false)
    case .filter(let filter): return filters.passing(filter)
    case .not(let part): return set(of: part, query).map { !$0 }
    case .and(let parts):
      return parts.map { set(of: $0, query) }.reduce(all(true)) { zip($0, $1).map { $0 && $1 } }
    case .or(let parts):
      return parts.map { set(of: $0, query) }.reduce(all(false)) { zip($0, $1).map { $0 || $1 } }
    case .leaf(let leaf):
      var set = all(false)
      for article in matches(of: query.leaves[leaf]).articles { set[article] = true }
      return set
    }
  }

  private func all(_ value: Bool) -> [Bool] {
    [Bool](repeating: value, count: corpus.articles.count)
  }

  private func matches(of leaf: NaiveLeaf) -> NaiveMatches {
    if let known = matches[leaf] { return known }
    if matches.count >= Self.keptLimit { matches.removeAll() }
    let found = corpus.matches(of: leaf)
    matches[leaf] = found
    return found
  }

  private func fixed(_ wanted: Filters) -> [Bool] {
    var set = all(true)
    for name in wanted.excludedPeople {
      set = zip(set, filters.passing(.person(name))).map { $0 && !$1 }
    }
    for name in wanted.excludedCountries {
      set = zip(set, filters.passing(.country(name))).map { $0 && !$1 }
    }
    return set
  }

  private func passing(_ values: [String], _ articles: ([String]) -> [Bool]) -> [Bool]? {
    values.isEmpty ? nil : articles(values)
  }

  private func numbers(_ base: [Bool], _ others: [[Bool]?]) -> [Int] {
    base.indices.filter { article in
      base[article] && others.allSatisfy { $0?[article] ?? true }
    }
  }
}

// MARK: - Ranking

extension NaiveSearch {
  private static let k1 = 0.8
  private static let b = 0.4

  /// One pass of BM25, articles with the words as a phrase first; by date where asked, or where
  /// there is no word to score by; ties by what the id makes of it.
  private func rank(
    _ articles: [Int], _ query: NaiveQuery, _ request: SearchRequest
  ) -> [NaiveAnswer.Ranked] {
    let scores = scores(query)
    let sort = request.sort == .relevance && query.words.isEmpty ? .newest : request.sort
    guard sort == .relevance else {
      return articles.map {
        NaiveAnswer.Ranked(
          article: $0, group: 0, key: dateKey($0, sort), score: scores[$0],
          tie: tie($0))
      }
    }
    let phrased = query.phrase.map { Set(matches(of: $0).articles) } ?? []
    return articles.map {
      NaiveAnswer.Ranked(
        article: $0, group: phrased.contains($0) ? 1 : 0, key: scores[$0], score: scores[$0],
        tie: tie($0))
    }
  }

  private func tie(_ article: Int) -> UInt32 {
    ColumnLayout.Column.tie(of: corpus.articles[article].id)
  }

  private func dateKey(_ article: Int, _ sort: SearchRequest.Sort) -> Double {
    guard let date = corpus.articles[article].date else { return -.infinity }
    let time = corpus.articles[article].time
    if sort == .newest { return Double(date.packed) + time / 1e6 }
    return -Double(date.packed) - (time == 0 ? 0.9 : time / 1e6)
  }

  /// The sum over words.
  ///
  ///     qtf · ln((N + 1) / (df + ½)) · √min(9, (cf + 1) / df) · 1.8 · tf / (tf + norm)
  private func scores(_ query: NaiveQuery) -> [Double] {
    var scores = [Double](repeating: 0, count: corpus.articles.count)
    let count = Double(corpus.articles.count)
    let mean = max(1, lengths.reduce(0.0) { $0 + Double(2 * $1.title + $1.body) } / max(1, count))
    var asked: [Int] = []
    for leaf in query.words where !asked.contains(leaf) { asked.append(leaf) }
    for leaf in asked {
      let found = matches(of: query.leaves[leaf])
      guard !found.articles.isEmpty else { continue }
      let frequency = Double(query.words.count { $0 == leaf })
      let rarity = log((count + 1) / (Double(found.articles.count) + 0.5))
      let burst = min(9, (Double(found.occurrences) + 1) / Double(found.articles.count))
      for (article, tf) in zip(found.articles, found.frequencies) {
        let length = Double(2 * lengths[article].title + lengths[article].body)
        let norm = Self.k1 * (1 - Self.b + Self.b * length / mean)
        scores[article] +=
          frequency * rarity * burst.squareRoot() * (Self.k1 + 1) * tf / (tf + norm)
      }
    }
    return scores
  }
}
