internal import CommandLineOptions
internal import Foundation
internal import IndexDefinition
internal import NewsTagging
internal import QueryLanguage
internal import SearchIndex
internal import SearchModel
internal import Tokenizing

/// `wsearch-bench loop`: one of the loops that matter, again and again, for a profiler to count.
struct LoopCommand: Command {
  enum Loop: String, CaseIterable, OptionValue { case postings, facets, tokens, tags }

  static let configuration = CommandConfiguration(
    "loop", "Repeats a hot loop for a profiler that counts instructions.",
    discussion: """
      postings reads and scores, facets counts as well, tokens cuts words, tags finds people,
      countries and dates. What starting costs falls out of the difference between two counts of
      repeats. benchmarks/compare.py compares two commits so.
      """,
    example: "valgrind --tool=callgrind wsearch-bench loop postings --index news.db --repeats 3")

  @Argument("LOOP", "What to repeat.")
  var loop: Loop

  @Option("index", "The index, for postings and facets.", takes: .file("news.db"))
  var index: String?

  @Option("corpus", "Articles as JSON Lines, for tokens and tags.", takes: .file("news.jsonl"))
  var corpus: String?

  @Option("repeats", "How often.", takes: .number(from: 1))
  var repeats = 1

  func validate() throws {
    let isSearch = loop == .postings || loop == .facets
    if isSearch, index == nil { throw UsageError("\(loop) needs --index") }
    if !isSearch, corpus == nil { throw UsageError("\(loop) needs --corpus") }
  }

  func run() throws {
    let total =
      switch loop {
      case .postings: try searched(facets: [])
      case .facets: try searched(facets: FacetRequest.Kind.usual.map { FacetRequest($0) })
      case .tokens: try tokens()
      case .tags: try tags()
      }
    print("\(loop): \(total)")
  }

  /// Matches of frequent words, of phrases and of words together.
  private func searched(facets: [FacetRequest]) throws -> Int {
    let searcher = Searcher(try ArticleIndex(path: index ?? "", access: .readOnly))
    let texts = ["=the", "=government OR =minister OR =president", "=the AND =from", "\"of the\""]
    var requests = texts.map { SearchRequest(text: $0, query: QueryParser().parse($0).query) }
    for at in requests.indices {
      requests[at].facets = facets
      requests[at].ranking = .fast
      requests[at].wantsSnippets = false
    }
    var total = 0
    for _ in 0..<repeats {
      for request in requests { total += try searcher.search(request).total }
    }
    return total
  }

  private func tokens() throws -> Int {
    let articles = try articles()
    var total = 0
    for _ in 0..<repeats {
      for article in articles { Tokenizer().forEachToken(in: article.body) { _, _ in total += 1 } }
    }
    return total
  }

  private func tags() throws -> Int {
    let articles = try articles()
    let tagger = Tagger()
    var total = 0
    for _ in 0..<repeats {
      for article in articles { total += tagger.tags(of: article).people.count }
    }
    return total
  }

  private func articles() throws -> [Article] {
    struct Line: Decodable { var id, title, body: String }
    let lines = try Data(contentsOf: URL(fileURLWithPath: corpus ?? "")).split(separator: 10)
    return try lines.map {
      let line = try JSONDecoder().decode(Line.self, from: Data($0))
      return Article(id: line.id, title: line.title, body: line.body)
    }
  }
}
