internal import SQLite
package import SearchEngine
package import SearchModel

/// Answers requests over one open index, one at a time, each on as many cores as it is worth.
package final class Searcher: AnswerSource {
  private let index: ArticleIndex
  /// What earlier queries read of the present state of the file; touched inside a read of `index`
  /// alone, of which there is one at a time.
  nonisolated(unsafe) private var known: (version: [Int64], state: IndexState)?

  package init(_ index: ArticleIndex) {
    self.index = index
  }

  /// The statements of what was read go back to their connections, each the only use of its own.
  deinit {
    index.release {
      for companion in index.companions { companion.connection.claim() }
      known = nil
    }
  }

  package var unverifiedPages: Int { index.unverifiedPages }

  /// The index as this read sees it: the one known, unless the file has changed, by another connection
  /// or by this one.
  private func state(of database: Connection) throws -> IndexState {
    let version = try database.dataVersion().map { [$0, Int64(database.totalChanges)] }
    if let known, version == known.version {
      try known.state.expectMoreQueries()
      return known.state
    }
    let state = IndexState(
      try SQLiteIndex(database), others: index.companions.map { CompanionCore($0) })
    known = version.map { ($0, state) }
    return state
  }

  /// Runs `body` in one read transaction, in the request's time.
  package func answer<R>(
    _ request: SearchRequest, _ body: (QueryExecution, Deadline) throws -> R
  ) throws -> R {
    try index.read { database in
      try Deadline.limiting(index.connections(with: database), to: request.timeout) {
        try body(QueryExecution(request: request, state: state(of: database)), $0)
      }
    }
  }
}
