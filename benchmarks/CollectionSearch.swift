internal import ArticleReading
internal import Foundation
internal import Oracle
internal import QueryLanguage
internal import Relevance
internal import SearchIndex
internal import SearchModel
internal import TestSupport
internal import Tokenizing

/// A collection of judged queries, indexed: asks them and measures the rankings.
final class CollectionSearch {
  enum Ranking {
    case whole
    case fast
    /// The whole ranking without a part.
    case without(Ablation)
  }

  /// Hits of a query, as TREC's runs have them.
  private static let depth = 1_000

  private let collection: TestCollection
  private let index: ArticleIndex
  private let searcher: Searcher
  private lazy var stopWords = Result { [index] in
    StopWords.terms(language: try index.read { try NaiveCorpus($0) }.language)
  }

  /// Indexes the collection into a file that is gone when `body` ends.
  ///
  /// Articles with equal bodies are kept apart, since they are judged apart.
  static func with(_ collection: TestCollection, _ body: (CollectionSearch) throws -> Void) throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("index.db").path
      var options = IndexingOptions()
      options.keepsDuplicates = true
      let index = try ArticleIndex(path: path, access: .readWrite)
      _ = try IndexRun(index: index, options: options).run(paths: [collection.corpus]) { event in
        guard case .failure(let failure) = event else { return }
        FileHandle.standardError.write(Data("\(failure)\n".utf8))
      }
      try body(try CollectionSearch(collection, index: path))
    }
  }

  private init(_ collection: TestCollection, index path: String) throws {
    self.collection = collection
    index = try ArticleIndex(path: path, access: .readOnly)
    searcher = Searcher(index)
  }

  /// The mean over all judged queries.
  func measures(
    of ranking: Ranking, _ match: SearchRequest.MatchMode
  ) throws -> RankingMeasures {
    .mean(
      of: try collection.queries.map { query in
        RankingMeasures(of: try ranked(query.text, ranking, match), grades: query.grades)
      })
  }

  /// The ids found, best first.
  private func ranked(
    _ text: String, _ ranking: Ranking, _ match: SearchRequest.MatchMode
  ) throws -> [String] {
    var request = request(text, match)
    guard case .without(let ablation) = ranking else {
      if case .fast = ranking { request.ranking = .fast }
      return try searcher.search(request).hits.map(\.id)
    }
    request.query = ablation.rewriting(request.query, try stopWords.get())
    request.explains = true
    let results = try searcher.search(request)
    request.query = QueryParser().parse(results.understood).query
    return ablation.ordered(results.hits, front: try phraseIDs(request)).map(\.id)
  }

  private func request(_ text: String, _ match: SearchRequest.MatchMode) -> SearchRequest {
    var request = SearchRequest(
      text: text,
      query: QueryParser(operators: match == .best ? .whereMeant : .all).parse(text).query)
    request.match = match
    request.limit = Self.depth
    request.facets = []
    request.hitFields = .id
    request.wantsSnippets = false
    return request
  }

  /// The articles that hold the query, as it was answered, as one phrase: where all words must be
  /// there they come first, whatever their scores.
  private func phraseIDs(_ request: SearchRequest) throws -> Set<String> {
    guard request.match == .all, case .sequence = request.query else { return [] }
    var request = request
    request.match = .phrase
    request.ranking = .fast
    request.isStrict = true
    return Set(try searcher.search(request).hits.map(\.id))
  }
}
