internal import SearchModel
internal import Tokenizing

/// What is done about an answer that is empty.
extension QueryExecution {
  var relaxation: Relaxation {
    let tokenizer = Tokenizer()
    return Relaxation(
      request: request, count: total, suggestions: suggestions,
      isStopWord: { tokenizer.terms(in: $0).allSatisfy(stopWords.contains) })
  }

  /// Words of the index that `word` may be meant for, best first; none for several words.
  package func suggestions(for word: String) throws -> [String] {
    let terms = Tokenizer().terms(in: word)
    guard terms.count == 1 else { return [] }
    return try DidYouMean(source: state.postings, count: articles).suggestions(for: terms[0])
  }

  /// The exact total of another request over the same index.
  private func total(of request: SearchRequest) throws -> Int {
    var bare = request
    bare.facets = []
    bare.timeline = nil
    bare.limit = 0
    bare.ranking = .fast
    return try QueryExecution(request: bare, state: state, filters: filters).plainResults { _ in }
      .total
  }

  /// The number of articles that hold the terms one after the other.
  private func articles(with terms: [String]) throws -> Int {
    let phrase = QueryTerm.Variant(terms.map { [$0] }, isTyped: true)
    return try QueryTermReader(source: state.postings)
      .postings(of: QueryTerm(variants: [phrase], fields: .text, text: "")).count
  }
}
