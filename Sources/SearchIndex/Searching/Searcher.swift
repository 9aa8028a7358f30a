package import QueryLanguage

/// Answers requests over one open index.
package final class Searcher: Sendable {
  private let index: ArticleIndex

  package init(_ index: ArticleIndex) {
    self.index = index
  }

  /// - Throws: ``ArticleIndexError``; ``UnknownFilterValue`` for a country that is none.
  package func search(_ request: SearchRequest) throws -> SearchResults {
    SearchResults(
      text: request.text, understood: "", total: 0, seconds: 0, hits: [], notes: [])
  }
}

/// A filter value that cannot be meant: an unknown country, with the nearest that exist.
package struct UnknownFilterValue: Error, Sendable, Equatable, CustomStringConvertible {
  package var description: String

  package init(_ description: String) {
    self.description = description
  }
}
