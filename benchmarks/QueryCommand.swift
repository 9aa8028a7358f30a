internal import CommandLineOptions
internal import Foundation
internal import QueryLanguage
internal import SearchIndex
internal import SearchModel

/// `wsearch-bench query`: times queries within one process over one open index.
struct QueryCommand: Command {
  /// What an answer holds: ten hits with total and three facets, or ten hits alone.
  enum Mode: String, CaseIterable, OptionValue { case facets, top }

  static let configuration = CommandConfiguration(
    "query", "Times queries over an open index; CSV on stdout.",
    discussion: """
      One row a query and round: round, mode, query, total, the sums of the ten highest counts of
      people and of countries, the articles with a date, nanoseconds. Without --rounds it runs one
      round a line of standard input (facets or top) and prints an empty line after each, so that
      engines can take turns.
      """,
    example: "wsearch-bench query --index news.db --queries queries.jsonl --rounds 5")

  @Option("index", "The index.", takes: .file("news.db"))
  var index: String

  @Option("queries", "Queries, one JSON object a line.", takes: .file("queries.jsonl"))
  var queries: String

  @Option("rounds", "Rounds; else one a line of standard input.", takes: .number(from: 1))
  var rounds: Int?

  @Option("rank", "How to rank.")
  var rank: SearchRequest.Ranking = .fast

  @Option("hit-fields", "What hits bring beside row and score, which is what the peers return.")
  var hitFields: SearchRequest.HitFields = .none

  @Option("jobs", "Cores that one query may use.", takes: .number(from: 1))
  var jobs = 1

  @Option("mode", "What an answer holds, with --rounds.")
  var mode: Mode = .facets

  func run() throws {
    let searcher = Searcher(try ArticleIndex(path: index, access: .readOnly, cores: jobs))
    let queries = try BenchmarkQuery.read(path: queries)
    if let rounds {
      for number in 1...max(rounds, 1) { try round(number, mode, queries, searcher) }
      return
    }
    var number = 0
    while let line = readLine(), let mode = Mode(rawValue: line) {
      number += 1
      try round(number, mode, queries, searcher)
      print("")
      fflush(nil)
    }
  }

  private func round(
    _ number: Int, _ mode: Mode, _ queries: [BenchmarkQuery], _ searcher: Searcher
  ) throws {
    let clock = ContinuousClock()
    for query in queries {
      let text = query.text
      let start = clock.now
      let results = try searcher.search(request(text, mode))
      let nanoseconds = Int((clock.now - start) / .nanoseconds(1))
      let counts = [
        results.total, results.people?.sum ?? 0, results.countries?.sum ?? 0,
        results.dates?.facet.sum ?? 0, nanoseconds,
      ]
      print("\(number),\(mode),\(query.id)," + counts.map(String.init).joined(separator: ","))
    }
  }

  private func request(_ text: String, _ mode: Mode) -> SearchRequest {
    var request = SearchRequest(text: text, query: QueryParser().parse(text).query)
    request.ranking = rank
    request.isStrict = true
    request.hitFields = hitFields
    request.wantsSnippets = false
    request.dateInterval = .month
    if mode == .top { (request.facets, request.countsTotal) = ([], false) }
    return request
  }
}

extension FacetResult {
  fileprivate var sum: Int { buckets.reduce(0) { $0 + $1.count } }
}

extension SearchRequest.Ranking: OptionValue {}
extension SearchRequest.HitFields: OptionValue {}
