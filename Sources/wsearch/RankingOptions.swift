internal import ArgumentParser
internal import QueryLanguage
internal import SearchIndex

/// How `wsearch query` reads words and orders what they find.
struct RankingOptions: ParsableArguments {
  @Option(help: "Which of the words must be there: all, any, or all as one phrase.")
  var match: SearchRequest.MatchMode = .all

  @Option(
    help: "A file of synonyms: car, automobile, motor car; or one way, UN => United Nations.",
    completion: .file())
  var synonyms: String?

  @Option(help: "Order of the hits: relevance, newest, oldest.")
  var sort: SearchRequest.Sort = .relevance

  @Option(help: "best re-ranks the best hits; fast is one pass of BM25.")
  var rank: SearchRequest.Ranking = .best

  @Option(
    help: "Halves a score for every so much of an article's age: 12h, 30d, 6w, 6m, 1y.",
    transform: RankingOptions.halfLife)
  var recency: HalfLife?

  @Flag(help: "Shows how the query was read, and each score as a sum.")
  var explain = false

  /// A request without text, as the options ask.
  ///
  /// - Throws: ``InputError`` for a file of synonyms that cannot be read.
  func request() throws -> SearchRequest {
    var request = SearchRequest(text: "", query: .all)
    request.match = match
    if let synonyms { request.synonyms = try Synonyms(path: synonyms) }
    request.sort = sort
    request.ranking = rank
    request.recency = recency
    request.explains = explain
    return request
  }

  private static func halfLife(_ text: String) throws -> HalfLife {
    guard let halfLife = HalfLife(text) else {
      throw ValidationError("give a number of hours, days, weeks, months or years, such as 30d")
    }
    return halfLife
  }
}

extension SearchRequest.MatchMode: ExpressibleByArgument {}
extension SearchRequest.Sort: ExpressibleByArgument {}
extension SearchRequest.Ranking: ExpressibleByArgument {}
