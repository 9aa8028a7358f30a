internal import CommandLineOptions
internal import IndexDefinition
internal import NewsTagging
internal import QueryLanguage
internal import Rendering
internal import SearchModel

/// `wsearch show`: articles with their tags.
struct ShowCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "show", "Prints articles with their tags.",
    example: "wsearch show 7kq2m9xw4t")

  @Group var location: IndexLocation
  @Group var output: OutputOptions

  @Flag("tags", "Marks the tags in the text, and lists each mention with its rule and score.")
  var tags

  @Flag("source", "Prints the record that the article was read from, as its file has it.")
  var source

  @Option("query", "Marks everything in the article that matches this query.", takes: .query)
  var query: String?

  @Option(
    "why", "Tells why these words have their tags or none, at each place where they stand.",
    takes: .words)
  var why: String?

  @Argument(
    "ID", "An article's id as a query prints it, or its path or path:line.",
    takes: ShowCommand.article,
    isRequired: true)
  var ids: [String]

  private static let article = ValueKind(
    "ID", takes: "an article's id or path", example: "7kq2m9xw4t", completion: .files)

  var color: ColorMode { output.color }

  /// Nothing is found where any of them is missing.
  func execute(_ terminal: Terminal) async throws -> ExitStatus {
    let backend = try await location.archive().backend()
    let query = parsedQuery()
    var status = ExitStatus.found
    for (place, id) in ids.enumerated() {
      if place > 0, !output.json, !source { terminal.print(ruler(terminal)) }
      if try await !show(id, query, backend, terminal) { status = .nothing }
    }
    return status
  }

  private func ruler(_ terminal: Terminal) -> String {
    Style(usesColor: terminal.usesColor)(.faint, String(repeating: "─", count: terminal.width))
  }

  /// False where no article has the id, or none of its text matches.
  private func show(
    _ id: String, _ query: SearchRequest?, _ backend: any SearchBackend, _ terminal: Terminal
  ) async throws -> Bool {
    let articles = try await backend.articles(named: id)
    if articles.isEmpty { Terminal.say("no article has the id or path '\(id)'") }
    if articles.count > 1 { Terminal.say("\(articles.count) articles have the id '\(id)'") }
    var found = false
    for article in articles {
      if source {
        found = OriginalRecord(article).print(terminal) || found
        continue
      }
      var matches: [FieldMatch]?
      if let query { matches = try await backend.matches(of: query, in: article.article) }
      found = found || matches?.isEmpty != true
      show(article, matches, terminal)
    }
    return found
  }

  /// Nil unless matches were asked for.
  private func parsedQuery() -> SearchRequest? {
    guard let text = query else { return nil }
    let (query, notes) = QueryParser().parse(text)
    notes.forEach { Terminal.say("note: \($0)") }
    return SearchRequest(text: text, query: query)
  }

  private func show(_ stored: StoredArticle, _ matches: [FieldMatch]?, _ terminal: Terminal) {
    let told = why.map { readings(of: $0, in: stored) }
    if output.json {
      var writer = JSONWriter()
      writer.storedArticle(stored, matches: matches, why: told)
      terminal.print(writer.text)
    } else {
      let style = Style(usesColor: terminal.usesColor)
      let reasons = told.map {
        WordReadingsText($0, stored.tags, of: stored.article, style: style).text
      }
      terminal.print(text(stored, matches, style) + (reasons ?? ""))
    }
  }

  private func readings(of words: String, in stored: StoredArticle) -> [WordReadings] {
    let readings = Tagger().readings(of: words, in: stored.article)
    if readings.isEmpty {
      let reason = stored.tags.isTagged ? "it does not have them" : "its language is not tagged"
      Terminal.say("nothing to tell of '\(words)' in '\(stored.article.id)': \(reason)")
    }
    return readings
  }

  private func text(_ stored: StoredArticle, _ matches: [FieldMatch]?, _ style: Style) -> String {
    let table = TagsText(stored.tags, of: stored.article, style: style, listsMentions: tags).text
    let marked = MarkedText(
      tags ? stored.tags : Tags(), matches: matches ?? [], of: stored.article, style: style)
    let count = matches.map { "\($0.count) \($0.count == 1 ? "match" : "matches")\n\n" } ?? ""
    let text =
      tags
      ? marked.text
      : ArticleText(stored, marked).text
    return text + "\n" + count + table
  }
}
