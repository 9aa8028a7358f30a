import Foundation
import IndexDefinition
import QueryLanguage
import SearchIndex
import SearchModel
import TestSupport

/// Runs `body` over a searcher of a fresh index with these articles, ids in their order from 1.
func withSearcher<R>(
  _ articles: [(Article, Tags)], _ body: (Searcher, ArticleIndex) throws -> R
) throws -> R {
  try withTemporaryDirectory { folder in
    let path = folder.appendingPathComponent("index.db").path
    try store(articles, in: ArticleIndex(path: path, access: .readWrite))
    let index = try ArticleIndex(path: path, access: .readOnly)
    return try body(Searcher(index), index)
  }
}

/// Stores articles, the same bodies again too.
func store(_ articles: [(Article, Tags)], in writer: ArticleIndex) throws {
  var options = IndexingOptions()
  options.keepsDuplicates = true
  try IndexRun(index: writer, options: options).store(articles)
}

/// An article without tags.
func article(
  _ id: Int, _ title: String, _ body: String, date: String? = nil
) -> (Article, Tags) {
  (
    Article(id: String(id), title: title, body: body, date: date.flatMap { CalendarDate($0) }),
    Tags()
  )
}

/// The request of a typed query, all of whose words must be there, without facets.
func request(_ text: String, _ change: (inout SearchRequest) -> Void = { _ in }) -> SearchRequest {
  var request = SearchRequest(text: text, query: QueryParser().parse(text).query)
  request.facets = []
  request.match = .all
  change(&request)
  return request
}

extension SearchResults {
  var ids: [String] { hits.map(\.id) }
}
