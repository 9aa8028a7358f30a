internal import IndexDefinition
internal import OperatingSystem
internal import SearchModel

/// An open index file that is asked.
final class EmbeddedBackend: SearchBackend {
  private let index: ArticleIndex
  private let answers: any AnswerSource
  private let threads: any TaskExecutor

  init(index: ArticleIndex, answers: any AnswerSource, threads: any TaskExecutor) {
    self.index = index
    self.answers = answers
    self.threads = threads
  }

  var abilities: Set<SearchAbility> { Set(SearchAbility.allCases) }

  func search(_ request: SearchRequest) async throws -> SearchResults {
    try await threads.run { try answers.search(request.asked(on: .today)) }
  }

  func stream(
    _ request: SearchRequest, _ receive: (Hit) throws -> Void
  ) async throws -> SearchResults {
    try await threads.run { try answers.stream(request.asked(on: .today), receive) }
  }

  func matches(of request: SearchRequest, in article: Article) async throws -> [FieldMatch] {
    try await threads.run { try answers.matches(of: request, in: article) }
  }

  func articles(named name: String) async throws -> [StoredArticle] {
    try await threads.run { try index.articles(named: name) }
  }

  func suggestions(for word: String) async throws -> [String] {
    try await threads.run { try answers.suggestions(for: word) }
  }

  func people(beginning prefix: String) async throws -> [KnownPerson] {
    try await threads.run { try index.people(beginning: prefix) }
  }

  func profile(of name: String) async throws -> (profile: PersonProfile?, notes: [String]) {
    try await threads.run { try index.profile(of: name) }
  }

  func rules() async throws -> [MadeRule] {
    try await threads.run { try PersonCorrections(index: index).rules() }
  }

  func names(
    _ kind: NameBeginning.Kind, beginning typed: String, limit: Int, within time: Duration
  ) async throws -> [NameBeginning] {
    try await threads.run { try index.names(kind, beginning: typed, limit: limit, within: time) }
  }
}

extension SearchRequest {
  /// The same with the day that times are told from, where none is given.
  fileprivate func asked(on day: CalendarDate?) -> SearchRequest {
    var request = self
    request.today = today ?? day
    return request
  }
}
