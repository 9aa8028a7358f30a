internal import ArgumentParser
internal import IndexDefinition
internal import QueryLanguage
internal import Rendering
internal import SearchIndex

/// `wsearch query`: ranked articles and exact facets.
struct QueryCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ranks the articles that match, and counts them by person, country and date.",
    discussion: """
      Options of one facet given twice are alternatives; of different facets, all must hold.

      Example: wsearch query "coalition of the willing" --country FR --from 2025

      THE QUERY LANGUAGE

      """ + QueryLanguageGuide.text)

  @OptionGroup var location: IndexLocation
  @OptionGroup var output: OutputOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var facets: FacetOptions

  @Argument(help: "Words, \"phrases\" and operators; none: every article.")
  var words: [String] = []

  @Option(help: "Which of the words must be there: all, any, or all as one phrase.")
  var match: SearchRequest.MatchMode = .all

  @Option(help: "Order of the hits: relevance, newest, oldest.")
  var sort: SearchRequest.Sort = .relevance

  @Option(help: "best re-ranks the best hits; fast is one pass of BM25.")
  var rank: SearchRequest.Ranking = .best

  @Option(help: "Hits to print.")
  var limit = 10

  @Option(help: "Hits to pass over.")
  var offset = 0

  @Option(
    help: "Runs one query a line of this file (qid<TAB>words); - is standard input.",
    completion: .file())
  var batch: String?

  @Option(help: "How to print the hits: text, json, trec.")
  var format: OutputFormat?

  var color: ColorMode { output.color }

  func validate() throws {
    if limit < 0 || offset < 0 { throw ValidationError("--limit and --offset take numbers from 0") }
    if batch != nil, !words.isEmpty { throw ValidationError("--batch takes no words beside it") }
    if batch == nil, format == .trec { throw ValidationError("--format trec goes with --batch") }
  }

  func execute(_ terminal: Terminal) throws -> ExitStatus {
    let searcher = Searcher(try ArticleIndex(path: location.path, access: .readOnly))
    if let batch { return try run(BatchQueries(path: batch), searcher, terminal) }
    let results = try searcher.search(try request(words.joined(separator: " ")))
    terminal.write(rendered(results, nil, terminal))
    return results.total == 0 ? .nothing : .found
  }

  private func run(
    _ batch: BatchQueries, _ searcher: Searcher, _ terminal: Terminal
  ) throws -> ExitStatus {
    var found = false
    try batch.forEach { queryID, text in
      let results = try searcher.search(try request(text))
      found = found || results.total > 0
      terminal.write(rendered(results, queryID, terminal))
    }
    return found ? .found : .nothing
  }

  private var outputFormat: OutputFormat { format ?? (output.json ? .json : .text) }

  private func request(_ text: String) throws -> SearchRequest {
    let (query, notes) = QueryParser().parse(text)
    var request = SearchRequest(text: text, query: query)
    request.parserNotes = notes
    request.match = match
    request.sort = sort
    request.ranking = rank
    request.limit = limit
    request.offset = offset
    request.filters = filters.filters
    request.facets = outputFormat == .trec ? [] : try facets.requests
    request.dateInterval = facets.dateInterval
    request.wantsSnippets = outputFormat != .trec
    return request
  }

  private func rendered(
    _ results: SearchResults, _ queryID: String?, _ terminal: Terminal
  ) -> [UInt8] {
    switch outputFormat {
    case .json:
      var writer = JSONWriter()
      writer.results(results, queryID: queryID)
      return writer.bytes + [10]
    case .trec:
      return Array(TrecLines(results, queryID: queryID ?? "0").text.utf8)
    case .text:
      let text = ResultsText(
        results, style: Style(usesColor: terminal.usesColor), width: terminal.width, offset: offset)
      return Array(((queryID.map { "\($0)\n" } ?? "") + text.text).utf8)
    }
  }
}

/// How `query` prints its hits.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument { case text, json, trec }
