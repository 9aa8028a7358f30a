import IndexDefinition
import NewsTagging
import QueryLanguage
import SearchIndex
import Tokenizing

/// Which articles pass a filter, one by one.
struct NaiveFilters {
  let corpus: NaiveCorpus
  private let tokenizer = Tokenizer()

  init(_ corpus: NaiveCorpus) {
    self.corpus = corpus
  }

  func passing(_ filter: Filter) -> [Bool] {
    switch filter {
    case .person(let name): return articles(naming: people(named: name))
    case .country(let name):
      let code = CountryNames.code(for: name)
      return corpus.articles.indices.map { article in
        code.map { corpus.articles[article].countries.contains($0) } ?? false
      }
    case .date(let range): return dated([range], undated: false)
    case .undated: return dated([], undated: true)
    case .mentions(let range):
      return corpus.articles.indices.map {
        corpus.articles[$0].mentioned.contains(where: range.contains)
      }
    case .source(let text): return articles(with: text, in: \.source)
    case .byline(let text): return articles(with: text, in: \.byline)
    case .language(let code):
      return corpus.articles.map { $0.language == String(code.lowercased().prefix(2)) }
    }
  }

  func articles(naming people: Set<String>) -> [Bool] {
    corpus.articles.indices.map { !people.isDisjoint(with: corpus.articles[$0].people) }
  }

  func articles(about codes: [String]) -> [Bool] {
    corpus.articles.indices.map { article in
      codes.contains { corpus.articles[article].countries.contains($0) }
    }
  }

  func dated(_ ranges: [DateRange], undated: Bool) -> [Bool] {
    corpus.articles.indices.map { article in
      guard let date = corpus.articles[article].date else { return undated }
      return ranges.contains { $0.contains(date) }
    }
  }

  /// Of a surname the one whom nine of ten articles mean that mention anyone whom it fits, else those who
  /// are called by this one word alone, in whatever case; else the person of this name; else those whom
  /// it fits best, and all who bear a surname.
  func people(named name: String) -> Set<String> {
    let sought = SoughtName(name)
    let fits = corpus.people.map { (name: $0, fit: sought.fit(of: $0)) }.filter { $0.fit > .none }
    let surest = fits.map(\.fit).max() ?? .none
    let least = sought.isSurname ? min(surest, .ending) : surest
    let best = Set(fits.filter { $0.fit >= least }.map(\.name))
    let alone = Set(sought.isSurname ? fits.filter { $0.fit == .same }.map(\.name) : [])
    if sought.isSurname, best.count > 1, let one = renowned(best, alone) { return [one] }
    if !alone.isEmpty { return alone }
    return corpus.people.contains(name) ? [name] : best
  }

  private func renowned(_ people: Set<String>, _ alone: Set<String>) -> String? {
    func count(_ person: String) -> Int {
      corpus.articles.count { $0.people.contains(person) }
    }
    let bearers = people.subtracting(alone).map { (name: $0, count: count($0)) }
    let all = bearers.reduce(0) { $0 + $1.count }
    let most = alone.map(count).max() ?? 0
    return bearers.first { $0.count * 10 >= all * 9 && $0.count > 0 && $0.count >= 9 * most }?.name
  }

  private func articles(with text: String, in value: (NaiveArticle) -> String?) -> [Bool] {
    let wanted = tokenizer.terms(in: text)
    return corpus.articles.map { article in
      guard let value = value(article), !wanted.isEmpty else { return false }
      let words = tokenizer.terms(in: value)
      return words.indices.contains { words[$0...].starts(with: wanted) }
    }
  }
}
