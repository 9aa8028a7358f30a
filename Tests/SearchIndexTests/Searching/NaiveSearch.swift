import IndexDefinition
import QueryLanguage
import SearchIndex
import Tokenizing

/// What a query means, told the slow way: every article is looked at, token by token.
struct NaiveSearch {
  struct Entry {
    let article: Article
    let tags: Tags
    let title: [String]
    let body: [String]
  }

  let entries: [Entry]
  private let stemmer = Stemmer(language: "en")
  private let stopWords = StopWords.terms(language: "en")
  private var keepsStopWords = false

  init(_ articles: [(Article, Tags)]) {
    let tokenizer = Tokenizer()
    entries = articles.map {
      Entry(
        article: $0.0, tags: $0.1, title: tokenizer.terms(in: $0.0.title),
        body: tokenizer.terms(in: $0.0.body))
    }
  }

  func matches(_ query: Query, _ entry: Entry, match: SearchRequest.MatchMode) -> Bool {
    var naive = self
    naive.keepsStopWords = !hasTellingWords(query)
    return naive.matches(query, fields: [entry.title, entry.body], entry, match) ?? false
  }

  /// Stop words count when there is nothing else.
  private func hasTellingWords(_ query: Query) -> Bool {
    switch query {
    case .term(let term): term.form != .stemmed || !isStopWord(term)
    case .phrase: true
    case .sequence(let parts), .and(let parts), .or(let parts):
      parts.contains(where: hasTellingWords)
    case .within(_, let part): hasTellingWords(part)
    case .all, .filter, .not: false
    }
  }

  private func isStopWord(_ term: Term) -> Bool {
    stopWords.contains(Tokenizer().terms(in: term.text)[0])
  }

  /// Nil: the clause says nothing.
  private func matches(
    _ query: Query, fields: [[String]], _ entry: Entry, _ match: SearchRequest.MatchMode
  ) -> Bool? {
    let all = { (parts: [Query]) -> [Bool] in
      parts.compactMap { matches($0, fields: fields, entry, match) }
    }
    switch query {
    case .all: return true
    case .term(let term): return matches(term, fields)
    case .phrase(let phrase): return fields.contains { matches(phrase, $0) }
    case .and(let parts): return all(parts).allSatisfy { $0 }
    case .or(let parts): return all(parts).contains(true)
    case .not(let part):
      var naive = self
      naive.keepsStopWords = true
      return naive.matches(part, fields: fields, entry, match).map { !$0 }
    case .within(let field, let part):
      return matches(part, fields: [field == .title ? entry.title : entry.body], entry, match)
    case .filter(let filter): return matches(filter, entry)
    case .sequence(let parts):
      let results = all(parts)
      return match == .any ? results.contains(true) : results.allSatisfy { $0 }
    }
  }

  private func matches(_ term: Term, _ fields: [[String]]) -> Bool? {
    let typed = Tokenizer().terms(in: term.text)[0]
    if term.form == .stemmed, !keepsStopWords, isStopWord(term) { return nil }
    return fields.joined().contains { token in
      switch term.form {
      case .stemmed: token == typed || stemmer?.stem(token) == stemmer?.stem(typed)
      case .exact: token == typed
      case .prefix: token.hasPrefix(typed)
      case .suffix: token.hasSuffix(typed)
      case .infix: token.contains(typed)
      case .fuzzy, .pattern: false
      }
    }
  }

  private func matches(_ phrase: Phrase, _ field: [String]) -> Bool {
    let words = Tokenizer().terms(in: phrase.text)
    guard let slop = phrase.slop else {
      return field.indices.contains { field[$0...].starts(with: words) }
    }
    let width = max(slop + 1, words.count - 1)
    return field.indices.contains { start in
      let window = field[start...].prefix(width + 1)
      return words.allSatisfy(window.contains)
    }
  }

  private func matches(_ filter: Filter, _ entry: Entry) -> Bool {
    switch filter {
    case .person(let name): entry.tags.people.contains { $0.name == name }
    case .country(let code): entry.tags.countries.contains { $0.code == code }
    case .date(let range): entry.article.date.map(range.contains) ?? false
    case .undated: entry.article.date == nil
    case .mentions(let range): entry.tags.dates.contains { range.contains($0.date) }
    case .source(let name): entry.article.source == name
    case .byline(let name): entry.article.byline == name
    case .language(let code): entry.article.language == code
    }
  }

  // MARK: Facets

  func passes(_ entry: Entry, people: [String]) -> Bool {
    people.isEmpty || entry.tags.people.contains { people.contains($0.name) }
  }

  func passes(_ entry: Entry, countries: [String]) -> Bool {
    countries.isEmpty || entry.tags.countries.contains { countries.contains($0.code) }
  }

  func passes(_ entry: Entry, dates: [DateRange], undated: Bool) -> Bool {
    guard !dates.isEmpty || undated else { return true }
    guard let date = entry.article.date else { return undated }
    return dates.contains { $0.contains(date) }
  }
}
