package import ArticleModel
internal import NewsTagging
internal import QueryLanguage
package import SearchEngine
package import SearchModel

/// What makes answers to requests, each from one state of an index.
package protocol AnswerSource: Sendable {
  /// Runs `body` with the answer in the making, in the request's time, which it may prolong.
  func answer<R>(
    _ request: SearchRequest, _ body: (QueryExecution, Deadline) throws -> R
  ) throws -> R

  /// Pages read so far that another program had written.
  var unverifiedPages: Int { get }
}

extension AnswerSource {
  /// - Throws: `ArticleIndexError`; `UnknownFilterValue` for a country that is none;
  ///   `SearchTimeout`; `CancellationError` when the task is cancelled. Never a part of an answer.
  package func search(_ request: SearchRequest) throws -> SearchResults {
    let clock = ContinuousClock()
    let start = clock.now
    var hits: [Hit] = []
    var results = try stream(request) { hits.append($0) }
    results.hits = hits
    results.seconds = (clock.now - start) / .seconds(1)
    return results
  }

  /// Answers with the hits handed on one by one, all from one state of the index, so that the result
  /// set of any size can be exported; the answer returned holds none.
  package func stream(
    _ request: SearchRequest, _ receive: (Hit) throws -> Void
  ) throws -> SearchResults {
    var results = try answer(request) { execution, deadline in
      try execution.stream { hit in try deadline.handOn { try receive(hit) } }
    }
    results.notes += [IndexSoftware.unverifiedNote(pages: unverifiedPages)].compactMap { $0 }
    return results
  }

  /// All places of `article` that match the words of the request, those of the title first, each
  /// field's ascending; places that overlap are one.
  package func matches(of request: SearchRequest, in article: Article) throws -> [FieldMatch] {
    let joined = JoinedWords.shared.text(of: article.body)
    return try answer(request) { execution, _ in
      try execution.matches(in: article, joined: joined)
    }
  }

  /// Words of the index that a mistyped word may be meant for, best first.
  package func suggestions(for word: String) throws -> [String] {
    let request = SearchRequest(text: word, query: .term(Term(word)))
    return try answer(request) { execution, _ in try execution.suggestions(for: word) }
  }
}
