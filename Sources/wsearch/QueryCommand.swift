internal import ArgumentParser
internal import Foundation
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
  @OptionGroup var ranking: RankingOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var facets: FacetOptions

  @Argument(help: "Words, \"phrases\" and operators; none: every article.")
  var words: [String] = []

  @Option(help: "Hits to print; all for every one.")
  var limit = HitLimit(count: 10)

  @Option(help: "Hits to pass over.")
  var offset = 0

  @Option(
    help: "Begins behind the page before, whose JSON has this cursor.",
    transform: QueryCommand.cursor)
  var after: Cursor?

  @Flag(
    help: "Leaves the total uncounted: with --facet none and --rank fast hits are found sooner.")
  var noTotal = false

  @Option(help: "Passages to show of a hit: the best, in the order of the text.")
  var passages = 0

  @Flag(help: "Exports whole bodies too; goes with --format jsonl.")
  var withBody = false

  @Option(help: "Seconds after which the query is given up, with status 2.")
  var timeout: Double?

  @Option(
    help: "Runs one query a line of this file (qid<TAB>words); - is standard input.",
    completion: .file())
  var batch: String?

  @Option(
    help:
      "Cores that may take part in a query of a large index; else as many as there are, up to 4."
  )
  var jobs: Int?

  @Option(help: "How to print the hits: text, json, jsonl, csv, markdown, trec.")
  var format: OutputFormat?

  var color: ColorMode { output.color }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1, not \(jobs)") }
    if offset < 0 || passages < 0 {
      throw ValidationError("--offset and --passages take numbers from 0")
    }
    if let timeout, !(timeout > 0) { throw ValidationError("--timeout takes seconds above 0") }
    if after != nil, offset > 0 || batch != nil {
      throw ValidationError("--after goes neither with --offset nor with --batch")
    }
    if batch != nil, !words.isEmpty { throw ValidationError("--batch takes no words beside it") }
    if withBody, format != .jsonl { throw ValidationError("--with-body goes with --format jsonl") }
  }

  func execute(_ terminal: Terminal) throws -> ExitStatus {
    let searcher = Searcher(
      try ArticleIndex(path: location.path, access: .readOnly, cores: cores))
    // The process ends with the answer: the system takes back sooner than we would give back.
    _ = Unmanaged.passRetained(searcher)
    let request = try request()
    if let format = outputFormat.lines {
      terminal.write(Array(HitLines.head(format, isBatch: batch != nil).utf8))
    }
    if let batch { return try run(BatchQueries(path: batch), request, searcher, terminal) }
    let total = try answer(
      request.asking(words.joined(separator: " ")), nil, searcher, terminal)
    return total == 0 ? .nothing : .found
  }

  /// More than a few cores wait for memory and for each other.
  private var cores: Int { jobs ?? min(ProcessInfo.processInfo.activeProcessorCount, 4) }

  private func run(
    _ batch: BatchQueries, _ request: SearchRequest, _ searcher: Searcher, _ terminal: Terminal
  ) throws -> ExitStatus {
    var found = false
    try batch.forEach { queryID, text in
      found = try answer(request.asking(text), queryID, searcher, terminal) > 0 || found
    }
    return found ? .found : .nothing
  }

  /// Prints one query's answer and gives its total.
  private func answer(
    _ request: SearchRequest, _ queryID: String?, _ searcher: Searcher, _ terminal: Terminal
  ) throws -> Int {
    guard let format = outputFormat.lines else {
      let results = try searcher.search(request)
      terminal.write(rendered(results, queryID, terminal))
      return results.total
    }
    var lines = HitLines(format, queryID: queryID)
    terminal.write(Array(lines.opening.utf8))
    let results = try searcher.stream(request) { terminal.write(Array(lines.text(of: $0).utf8)) }
    if queryID == nil { results.notes.forEach { Terminal.say("note: \($0)") } }
    return results.total
  }

  private static func cursor(_ text: String) throws -> Cursor {
    guard let cursor = Cursor(text) else {
      throw ValidationError("no cursor of this version; give the one of the page before whole")
    }
    return cursor
  }

  private var outputFormat: OutputFormat { format ?? (output.json ? .json : .text) }

  /// All that every query of a batch has in common.
  private func request() throws -> SearchRequest {
    var request = try ranking.request()
    request.limit = limit.count
    request.countsTotal = !noTotal && outputFormat.lines == nil
    request.passages = passages
    request.wantsBodies = withBody
    request.offset = offset
    request.timeout = timeout.map { .seconds($0) }
    request.after = after
    request.filters = filters.filters
    request.facets = outputFormat.lines != nil ? [] : try facets.requests
    request.dateInterval = facets.dateInterval
    request.timeline = outputFormat.lines != nil ? nil : try facets.timelineRequest
    if outputFormat == .trec { request.hitFields = .id }
    return request
  }

  private func rendered(
    _ results: SearchResults, _ queryID: String?, _ terminal: Terminal
  ) -> [UInt8] {
    if outputFormat == .json {
      var writer = JSONWriter()
      writer.results(results, queryID: queryID)
      return writer.bytes + [10]
    }
    let text = ResultsText(
      results, style: Style(usesColor: terminal.usesColor), width: terminal.width, offset: offset)
    return Array(((queryID.map { "\($0)\n" } ?? "") + text.text).utf8)
  }
}

extension SearchRequest {
  /// The same for the query that `text` is.
  fileprivate func asking(_ text: String) -> SearchRequest {
    var request = self
    request.text = text
    (request.query, request.parserNotes) = QueryParser().parse(text)
    return request
  }
}

/// How `query` prints its hits.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, jsonl, csv, markdown, trec

  /// The form of the formats that are written hit by hit.
  var lines: HitLines.Format? {
    switch self {
    case .text, .json: nil
    case .jsonl: .jsonl
    case .csv: .csv
    case .markdown: .markdown
    case .trec: .trec
    }
  }
}

/// How many hits to print: a number from 0, or `all`.
struct HitLimit: ExpressibleByArgument, CustomStringConvertible {
  let count: Int

  init(count: Int) {
    self.count = count
  }

  init?(argument: String) {
    let count = argument == "all" ? Int.max : Int(argument)
    guard let count, count >= 0 else { return nil }
    self.count = count
  }

  var description: String { count == .max ? "all" : "\(count)" }
}
