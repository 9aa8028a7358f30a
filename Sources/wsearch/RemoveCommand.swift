internal import CommandLineOptions
internal import QueryLanguage
internal import Rendering
internal import SearchModel

/// `wsearch remove`: articles taken out for good.
struct RemoveCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "remove", "Takes articles out for good: later runs of index leave them out.",
    discussion: """
      With an article go all places of the same text. Out of the answers, the file may still hold \
      its bytes; --erase leaves none. Their files on disk are not touched.
      """,
    example: "wsearch remove --query \"source:\\\"Harbour Post\\\" date:2019\" --yes")

  @Group var location: IndexLocation

  @Option("query", "All articles that match; needs --yes, else they are counted.", takes: .query)
  var query: String?

  @Flag("yes", "Removes what --query finds.")
  var yes

  @Flag(
    "erase", "Leaves no byte of all that was ever removed: the file is written anew.")
  var erase

  @Flag("json", "Prints JSON.")
  var json

  @Argument(
    "ID", "An article's id as a query prints it, or its path.", takes: RemoveCommand.article)
  var ids: [String]

  private static let article = ValueKind(
    "ID", takes: "an article's id or path", example: "7kq2m9xw4t", completion: .files)

  func validate() throws {
    guard query == nil || ids.isEmpty else {
      throw UsageError("--query goes with no ID beside it: make two calls")
    }
    guard query != nil || !ids.isEmpty || erase else {
      throw UsageError("wsearch remove needs an ID or --query, as in `wsearch remove 7kq2m9xw4t`")
    }
  }

  func execute(_ terminal: Terminal) async throws -> ExitStatus {
    let archive = try location.archive()
    var chosen = ids.map { ChosenArticle.named($0) }
    if let query {
      chosen = try await found(query, try archive.backend())
      guard yes else {
        show(RemovalSummary(articles: chosen.count), isDone: false, terminal)
        return chosen.isEmpty ? .nothing : .found
      }
    }
    let summary = try await archive.writer(making: false).remove(chosen, erases: erase)
    show(summary, isDone: true, terminal)
    return summary.articles + summary.duplicates == 0 && !chosen.isEmpty ? .nothing : .found
  }

  /// Strictly what matches every word: nothing is taken out that was only near.
  private func found(_ text: String, _ backend: any SearchBackend) async throws -> [ChosenArticle] {
    if let mistake = QueryParser().mistakes(in: text).first { throw UsageError("\(mistake)") }
    var request = SearchRequest(text: text, query: QueryParser(operators: .all).parse(text).query)
    if request.query == .all {
      throw UsageError("--query needs words: all articles are a new index")
    }
    (request.match, request.isStrict, request.limit) = (.all, true, .max)
    (request.facets, request.ranking, request.wantsSnippets) = ([], .fast, false)
    var chosen: [ChosenArticle] = []
    _ = try await backend.stream(request) { chosen.append(.hit(id: $0.id, path: $0.path)) }
    return chosen
  }

  private func show(_ summary: RemovalSummary, isDone: Bool, _ terminal: Terminal) {
    if json {
      var writer = JSONWriter()
      writer.removal(summary, isDone: isDone)
      terminal.print(writer.text)
    } else {
      terminal.print(RemovalText(summary, isDone: isDone).text)
    }
  }
}
