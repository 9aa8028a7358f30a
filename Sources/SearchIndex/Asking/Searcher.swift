internal import FTS5Segments
package import IndexDefinition
internal import QueryLanguage
internal import SQLite
internal import SearchEngine
package import SearchModel
internal import Tokenizing

/// Answers requests over one open index.
package final class Searcher: Sendable {
  private let index: ArticleIndex
  /// What earlier queries read of the present state of the file; touched inside a read of `index`
  /// alone, of which there is one at a time.
  nonisolated(unsafe) private var known: (version: Int64, state: IndexState)?

  package init(_ index: ArticleIndex) {
    self.index = index
  }

  /// The statements of what was read go back to their connections, each the only use of its own.
  deinit {
    try? index.readWithoutTransaction { _ in
      for companion in index.companions { companion.connection.claim() }
      known = nil
    }
  }

  /// - Throws: ``ArticleIndexError``; ``UnknownFilterValue`` for a country that is none;
  ///   ``SearchTimeout``; `CancellationError` when the task is cancelled. Never a part of an answer.
  package func search(_ request: SearchRequest) throws -> SearchResults {
    let clock = ContinuousClock()
    let start = clock.now
    var results = try answer(request) { try $0.results() }
    results.seconds = (clock.now - start) / .seconds(1)
    return results
  }

  /// Answers with the hits handed on one by one, all from one state of the index, so that the result
  /// set of any size can be exported; the answer returned holds none.
  package func stream(
    _ request: SearchRequest, _ receive: (Hit) throws -> Void
  ) throws -> SearchResults {
    try answer(request) { try $0.stream(receive) }
  }

  /// All places of `article` that match the words of the request, those of the title first, each
  /// field's ascending; places that overlap are one.
  package func matches(of request: SearchRequest, in article: Article) throws -> [FieldMatch] {
    try answer(request) { try $0.matches(in: article) }
  }

  /// Words of the index that a mistyped word may be meant for, best first.
  package func suggestions(for word: String) throws -> [String] {
    let request = SearchRequest(text: word, query: .term(Term(word)))
    return try answer(request) { try $0.suggestions(for: word) }
  }

  /// The index as this read sees it: the one known, unless another process has changed the file.
  private func state(of database: Connection) throws -> IndexState {
    if let known, try known.state.version() == known.version {
      try known.state.expectMoreQueries()
      return known.state
    }
    let state = IndexState(
      try SQLiteIndex(database), others: index.companions.map { CompanionCore($0) })
    known = try state.version().map { ($0, state) }
    return state
  }

  /// Runs `body` in one read transaction, in the request's time.
  private func answer<R>(_ request: SearchRequest, _ body: (Answer) throws -> R) throws -> R {
    do {
      return try index.read { database in
        try Deadline.limiting(index.connections(with: database), to: request.timeout) {
          try body(Answer(request: request, state: state(of: database)))
        }
      }
    } catch let error as SegmentError {
      throw ArticleIndexError.damaged(path: index.path, detail: error.description)
    }
  }
}
