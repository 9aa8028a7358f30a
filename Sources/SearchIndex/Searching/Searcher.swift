internal import FTS5Segments
internal import GRDB
package import IndexDefinition
internal import QueryLanguage
internal import Tokenizing

/// Answers requests over one open index.
package final class Searcher: Sendable {
  private let index: ArticleIndex

  package init(_ index: ArticleIndex) {
    self.index = index
  }

  /// - Throws: ``ArticleIndexError``; ``UnknownFilterValue`` for a country that is none.
  package func search(_ request: SearchRequest) throws -> SearchResults {
    let clock = ContinuousClock()
    let start = clock.now
    var results = try damageNamed {
      try index.read { try Answer(request: request, corpus: Corpus($0)).results() }
    }
    results.seconds = (clock.now - start) / .seconds(1)
    return results
  }

  /// Answers with the hits handed on one by one, all from one read transaction, so that the result
  /// set of any size can be exported; the answer returned holds none.
  package func stream(
    _ request: SearchRequest, _ receive: (Hit) throws -> Void
  ) throws -> SearchResults {
    try damageNamed {
      try index.read { try Answer(request: request, corpus: Corpus($0)).stream(receive) }
    }
  }

  /// All places of `article` that match the words of the request, those of the title first, each
  /// field's ascending; places that overlap are one.
  package func matches(of request: SearchRequest, in article: Article) throws -> [FieldMatch] {
    let plan = try damageNamed {
      try index.read { try Answer(request: request, corpus: Corpus($0)).plan() }
    }
    return [(Field.title, article.title), (.body, article.body)].flatMap { field, text in
      MatchFinder(plan.matchPattern(in: field)).ranges(in: text)
        .map { FieldMatch(field: field, range: $0) }
    }
  }

  /// Words of the index that a mistyped word may be meant for, best first.
  package func suggestions(for word: String) throws -> [String] {
    let request = SearchRequest(text: word, query: .term(Term(word)))
    return try damageNamed {
      try index.read {
        try Answer(request: request, corpus: Corpus($0)).suggestions(for: word)
      }
    }
  }

  private func damageNamed<R>(_ body: () throws -> R) throws -> R {
    do { return try body() } catch let error as SegmentError {
      throw ArticleIndexError.damaged(path: index.path, detail: error.description)
    }
  }
}

/// A filter value that cannot be meant: an unknown country, with the nearest that exist.
package struct UnknownFilterValue: Error, Sendable, Equatable, CustomStringConvertible {
  package var description: String

  package init(_ description: String) {
    self.description = description
  }
}
