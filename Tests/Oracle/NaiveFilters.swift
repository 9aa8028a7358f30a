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

  /// Those who are called by this one word alone, in whatever case; else the person of this name; else
  /// those whom it fits best, and all who bear a surname.
  func people(named name: String) -> Set<String> {
    let sought = SoughtName(name)
    let fits = corpus.people.map { (name: $0, fit: sought.fit(of: $0)) }.filter { $0.fit > .none }
    let alone = sought.isSurname ? fits.filter { $0.fit == .same } : []
    if !alone.isEmpty { return Set(alone.map(\.name)) }
    if corpus.people.contains(name) { return [name] }
    let surest = fits.map(\.fit).max() ?? .none
    let least = sought.isSurname ? min(surest, .ending) : surest
    return Set(fits.filter { $0.fit >= least }.map(\.name))
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
