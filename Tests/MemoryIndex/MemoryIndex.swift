package import IndexDefinition
internal import QueryLanguage
package import SearchEngine
internal import SearchModel
internal import Tokenizing

/// An index in memory, for the engine's tests.
///
/// Articles are numbered from 1 and looked through anew by every question. What it shows is that the
/// engine needs no file.
package final class MemoryIndex: IndexSource, CoreSource {
  let articles: [(article: Article, tags: Tags)]
  let entities: MemoryEntities
  package let language = "en"
  package let postings: any PostingSource
  package let chunks: any ChunkSource

  package init(_ articles: [(Article, Tags)]) {
    self.articles = articles.map { ($0, $1) }
    entities = MemoryEntities(articles.map(\.1))
    let postings = MemoryPostings(articles.map(\.0))
    self.postings = postings
    chunks = MemoryChunks(articles, entities, postings)
    let titles = postings.lengths.reduce(0) { $0 + $1.title }
    let bodies = postings.lengths.reduce(0) { $0 + $1.body }
    let count = Double(max(1, articles.count))
    statistics = CorpusStatistics(
      articles: articles.count, meanTitleLength: Double(titles) / count,
      meanLength: Double(titles + bodies) / count)
  }

  package let statistics: CorpusStatistics
  package var core: any CoreSource { self }
  package var lastRow: Int64 { Int64(articles.count) }
  package var lastEntity: Int { entities.all.count }
  package var hits: any HitSource { MemoryHits(index: self) }

  package func claim() {}
  package func expectMoreQueries() {}
  package func stems() -> StemStatistics? { nil }

  package func source(of row: UInt32) -> String? {
    articles.indices.contains(Int(row) - 1) ? articles[Int(row) - 1].article.source : nil
  }

  package func entity(_ id: Int64) -> EntityLabels.Entry? {
    entities.all.indices.contains(Int(id) - 1) ? entities.all[Int(id) - 1] : nil
  }

  package func entityID(_ column: ColumnLayout.Column, value: String) -> UInt32? {
    entities.id(column.rawValue, value)
  }

  package func countries() -> [(code: String, label: String)] {
    (0...lastEntity).compactMap { entity(Int64($0)) }.filter { $0.kind == "country" }
      .map { (code: $0.value, label: $0.label) }
  }

  package func terms(ofStem stem: String, language: String) throws -> [String] {
    var found: [String] = []
    let stemmer = Stemmer(language: language)
    try postings.forEachTerm(from: "") { bytes in
      let term = String(decoding: bytes, as: UTF8.self)
      if term != stem, stemmer?.stem(term) == stem { found.append(term) }
      return true
    }
    return found
  }

  package func stemLanguages() -> Set<String> { [language] }

  package func newestDate() -> Int32 {
    articles.compactMap { $0.article.date?.packed }.max() ?? 0
  }

  package func filters() -> any FilterSource { MemoryFilters(index: self) }
}

/// Entities numbered from 1 as they come.
struct MemoryEntities {
  private(set) var all: [EntityLabels.Entry] = []

  init(_ tags: [Tags]) {
    for tags in tags {
      for person in tags.people { add("person", person.name, person.name) }
      for country in tags.countries {
        add("country", country.code, CountryNames.label(for: country.code))
      }
    }
  }

  func id(_ kind: String, _ value: String) -> UInt32? {
    all.firstIndex { $0.kind == kind && $0.value == value }.map { UInt32($0 + 1) }
  }

  private mutating func add(_ kind: String, _ value: String, _ label: String) {
    if id(kind, value) == nil { all.append(.init(kind: kind, value: value, label: label)) }
  }
}

/// Filters by exact values.
private final class MemoryFilters: FilterSource {
  private let index: MemoryIndex

  init(index: MemoryIndex) {
    self.index = index
  }

  func resolve(_ filter: Filter, _ marked: MarkedTags) throws -> ResolvedFilter {
    switch filter {
    case .person(let name): people([name], marked)
    case .country(let code): countries([code], marked)
    case .date(let range): ResolvedFilter(filter: .dates([range], undated: false))
    case .undated: ResolvedFilter(filter: .dates([], undated: true))
    case .language(let code): ResolvedFilter(filter: .language(named: code))
    case .mentions, .source, .byline: ResolvedFilter(filter: .rows([]))
    }
  }

  func people(_ names: [String], _ marked: MarkedTags) -> ResolvedFilter {
    let ids = names.compactMap { index.entities.id("person", $0) }.sorted()
    return ResolvedFilter(filter: .entities(.person, EntitySet(ids), markedOnly: marked.people))
  }

  /// Names are taken as they are.
  func otherNames(of name: String) -> [String] { [] }

  func familyNames(soundingLike word: String) -> [(name: String, articles: Int)] { [] }

  func countries(_ names: [String], _ marked: MarkedTags) -> ResolvedFilter {
    let ids = EntitySet(names.compactMap { index.entities.id("country", $0) }.sorted())
    return ResolvedFilter(filter: .entities(.country, ids, markedOnly: marked.countries))
  }
}

/// Hits with their titles.
private final class MemoryHits: HitSource {
  private let index: MemoryIndex

  init(index: MemoryIndex) {
    self.index = index
  }

  func hit(
    of candidate: Candidate, _ labels: EntityLabels, snippets: PassageMaker?, people: Set<UInt32>,
    request: SearchRequest
  ) -> Hit? {
    let article = index.articles[Int(candidate.row) - 1].article
    return Hit(
      id: article.id, score: candidate.score * candidate.factor,
      title: article.title, date: article.date, source: article.source, url: article.url,
      path: article.path,
      snippet: snippets?.snippet(title: article.title, body: article.body)
        ?? Snippet(text: "", highlights: []), people: [], countries: [])
  }

  func text(of row: UInt32) -> (title: String, body: String) {
    let article = index.articles[Int(row) - 1].article
    return (article.title, article.body)
  }
}
