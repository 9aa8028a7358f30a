internal import CommandLineOptions
internal import IndexDefinition
internal import OperatingSystem
internal import QueryLanguage
internal import Rendering
internal import SearchIndex
internal import SearchModel

/// `wsearch query`: ranked articles and exact facets.
struct QueryCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "query", "Ranks the articles that match, and counts them by person, country and date.",
    discussion: """
      Options of one facet given twice are alternatives; of different facets, all must hold. A word
      with a minus in front is an operator of the query language and stands behind --, as in
      `wsearch query -- peace -war`, or in quotes with others: `wsearch query 'peace -war'`.
      """,
    example: "wsearch query \"coalition of the willing\" --country FR --from 2025",
    chapters: [Chapter("The query language", QueryLanguageGuide.text)])

  @Group("What to search") var search: WordOptions
  @Group("Filters") var filters: FilterOptions
  @Group("Facets") var facets: FacetOptions
  @Group("Ranking") var ranking: RankingOptions
  @Group("Hits") var hits: HitOptions
  @Group("Output") var printing: QueryOutputOptions
  @Group var location: IndexLocation

  @Option(
    "timeout",
    "Seconds for finding and counting, after which a query is given up with status 2; 0: no end.")
  var timeout = Seconds(count: 30)

  @Option(
    "jobs",
    "Cores that may take part in a query of a large index; else as many as there are, up to 4.",
    takes: .number(from: 1))
  var jobs: Int?

  var color: ColorMode { printing.output.color }

  func validate() throws {
    if hits.after != nil, hits.offset > 0 || search.batch != nil {
      throw UsageError("--after goes neither with --offset nor with --batch")
    }
  }

  var tellsNotes: Bool { true }

  func execute(_ terminal: Terminal) async throws -> ExitStatus {
    let backend = try await location.archive(.oneOnCores(cores)).backend()
    // The process ends with the answer: the system takes back sooner than we would give back.
    _ = Unmanaged.passRetained(backend as AnyObject)
    let request = try request()
    try request.check(against: backend.abilities)
    terminal.write(Array(head.utf8))
    if let batch = search.batch {
      return try await run(BatchQueries(path: batch), request, backend, terminal)
    }
    let total = try await answer(try request.asking(search.text), nil, backend, terminal)
    return total == 0 ? .nothing : .found
  }

  /// More than a few cores wait for memory and for each other.
  private var cores: Int { jobs ?? min(Environment.coreCount, 4) }

  private func run(
    _ batch: BatchQueries, _ request: SearchRequest, _ backend: any SearchBackend,
    _ terminal: Terminal
  ) async throws -> ExitStatus {
    var (found, isComplete) = (false, true)
    for (queryID, text) in batch.queries {
      do {
        let request = try request.asking(text)
        found = try await answer(request, queryID, backend, terminal) > 0 || found
      } catch let timeout as SearchTimeout {
        // What was found before stands before it, also where both streams are one.
        terminal.flush()
        Terminal.say("\(queryID): \(AdvisedError(timeout)?.description ?? "\(timeout)")")
        isComplete = false
      }
    }
    return !isComplete ? .failure : found ? .found : .nothing
  }

  /// Prints one query's answer and gives its total.
  private func answer(
    _ request: SearchRequest, _ queryID: String?, _ backend: any SearchBackend,
    _ terminal: Terminal
  ) async throws -> Int {
    guard let format = outputFormat.lines, !printsFacets else {
      let results = try await backend.search(request)
      terminal.write(rendered(results, queryID, terminal))
      return results.total
    }
    var lines = HitLines(format, queryID: queryID, isRaw: printing.csvRaw)
    terminal.write(Array(lines.opening.utf8))
    let results = try await backend.stream(request) {
      terminal.write(Array(lines.text(of: $0).utf8))
    }
    if queryID == nil { results.notes.forEach { Terminal.say("note: \($0)") } }
    return results.total
  }

  private var outputFormat: OutputFormat { printing.chosen }

  /// Whether facets are printed in the hits' place: as CSV, where there is no hit to print.
  private var printsFacets: Bool {
    outputFormat == .csv && hits.limit.count == 0 && facets.facet != "none"
  }

  /// Exports that hold hits alone.
  private var isExport: Bool { outputFormat.lines != nil && !printsFacets }

  /// What stands before the answers.
  private var head: String {
    if printsFacets { return FacetLines.head(isBatch: search.batch != nil) }
    return outputFormat.lines.map { HitLines.head($0, isBatch: search.batch != nil) } ?? ""
  }

  /// All that every query of a batch has in common.
  private func request() throws -> SearchRequest {
    var request = SearchRequest(text: "", query: .all)
    request.match = search.mode
    request.isStrict = search.strict
    request.wantsPartial = hits.partial || listsPartial
    if let synonyms = search.synonyms { request.synonyms = try Synonyms(path: synonyms) }
    request.sort = ranking.sort
    request.ranking = ranking.rank
    request.recency = ranking.recency
    request.explains = ranking.explain
    request.limit = hits.limit.count
    request.countsTotal = !hits.noTotal && !isExport
    request.countsStories = request.countsTotal && !hits.unfold
    request.passages = hits.passages
    request.wantsBodies = printing.withBody
    request.offset = hits.offset
    request.timeout = timeout.count > 0 ? .seconds(timeout.count) : nil
    request.after = hits.after
    request.filters = filters.filters
    request.wantsOffers = !isExport
    request.appliesOffers = filters.applyFilters
    request.facets = isExport ? [] : try facets.requests
    request.facetsCountStories = facets.count == .stories
    request.dateInterval = facets.dateInterval
    request.timeline = isExport ? nil : try facets.timelineRequest
    if outputFormat == .trec { request.hitFields = .id }
    return request
  }

  /// Exports and lists by date hold what has every word, unless more is asked for.
  private var listsPartial: Bool {
    [.text, .json, .trec].contains(outputFormat) && ranking.sort == .relevance
  }

  private func rendered(
    _ results: SearchResults, _ queryID: String?, _ terminal: Terminal
  ) -> [UInt8] {
    if printsFacets {
      results.notes.forEach { if queryID == nil { Terminal.say("note: \($0)") } }
      return Array(FacetLines(results, queryID: queryID, isRaw: printing.csvRaw).text.utf8)
    }
    if outputFormat == .json {
      var writer = JSONWriter()
      writer.results(results, queryID: queryID)
      return writer.bytes + [10]
    }
    let text = ResultsText(
      results, style: Style(usesColor: terminal.usesColor), width: terminal.width,
      offset: hits.offset, folds: !hits.unfold)
    return Array(((queryID.map { "\($0.visible)\n" } ?? "") + text.text).utf8)
  }
}

extension SearchRequest {
  /// The same for the query that `text` is.
  ///
  /// - Throws: ``UsageError`` where words are taken strictly, for a field or a date that is none.
  fileprivate func asking(_ text: String) throws -> SearchRequest {
    if match != .best, let mistake = QueryParser().mistakes(in: text).first {
      throw UsageError("\(mistake); in quotation marks it is searched as words")
    }
    var request = self
    request.text = text
    let parser = QueryParser(operators: match == .best ? .whereMeant : .all)
    (request.query, request.parserNotes) = parser.parse(text)
    return request
  }
}

/// How `query` prints its hits.
enum OutputFormat: String, CaseIterable, OptionValue {
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
