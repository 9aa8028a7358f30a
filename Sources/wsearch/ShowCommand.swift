internal import CommandLineOptions
internal import IndexDefinition
internal import QueryLanguage
internal import Rendering
internal import SearchModel

/// `wsearch show`: one article with its tags.
struct ShowCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "show", "Prints one article with its tags.",
    example: "wsearch show 7kq2m9xw4t")

  @Group var location: IndexLocation
  @Group var output: OutputOptions

  @Flag("tags", "Marks the tags in the text, and lists each mention with its rule and score.")
  var tags

  @Option("query", "Marks everything in the article that matches this query.", takes: .query)
  var query: String?

  @Argument(
    "ID", "The article's id as a query prints it, or its path.", takes: ShowCommand.article)
  var id: String

  private static let article = ValueKind(
    "ID", takes: "an article's id or path", example: "7kq2m9xw4t", completion: .files)

  var color: ColorMode { output.color }

  func execute(_ terminal: Terminal) async throws -> ExitStatus {
    let backend = try await location.archive().backend()
    let articles = try await backend.articles(named: id)
    if articles.isEmpty { Terminal.say("no article has the id or path '\(id)'") }
    if articles.count > 1 { Terminal.say("\(articles.count) articles have the id '\(id)'") }
    var found = false
    for article in articles {
      let matches = try await matches(in: article, backend)
      found = found || matches?.isEmpty != true
      show(article, matches, terminal)
    }
    return found ? .found : .nothing
  }

  /// Nil unless they were asked for.
  private func matches(
    in stored: StoredArticle, _ backend: any SearchBackend
  ) async throws -> [FieldMatch]? {
    guard let text = query else { return nil }
    let (query, notes) = QueryParser().parse(text)
    notes.forEach { Terminal.say("note: \($0)") }
    return try await backend.matches(
      of: SearchRequest(text: text, query: query), in: stored.article)
  }

  private func show(_ stored: StoredArticle, _ matches: [FieldMatch]?, _ terminal: Terminal) {
    if output.json {
      var writer = JSONWriter()
      writer.storedArticle(stored, matches: matches)
      terminal.print(writer.text)
    } else {
      terminal.print(text(stored, matches, Style(usesColor: terminal.usesColor)))
    }
  }

  private func text(_ stored: StoredArticle, _ matches: [FieldMatch]?, _ style: Style) -> String {
    let table = TagsText(stored.tags, of: stored.article, style: style, listsMentions: tags).text
    let marked = MarkedText(
      tags ? stored.tags : Tags(), matches: matches ?? [], of: stored.article, style: style)
    let count = matches.map { "\($0.count) \($0.count == 1 ? "match" : "matches")\n\n" } ?? ""
    return (tags ? marked.text : head(of: stored.article, marked)) + "\n" + count + table
  }

  /// The article's known fields and its text, with the matches marked.
  private func head(of article: Article, _ marked: MarkedText) -> String {
    var article = article
    (article.title, article.body) = (marked.title, marked.body)
    return ArticleText(article).text
  }
}
