internal import ArgumentParser
internal import Rendering
internal import SearchIndex

/// `wsearch show`: one article with its tags.
struct ShowCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Prints one article with its tags.",
    discussion: "Example: wsearch show 7kq2m9xw4t")

  @OptionGroup var location: IndexLocation
  @OptionGroup var output: OutputOptions

  @Flag(help: "Marks the tags in the text, and lists each mention with its rule and score.")
  var tags = false

  @Argument(help: "The article's id as a query prints it, or its path.")
  var id: String

  var color: ColorMode { output.color }

  func execute(_ terminal: Terminal) throws -> ExitStatus {
    let index = try ArticleIndex(path: location.path, access: .readOnly)
    let articles = try index.articles(named: id)
    if articles.isEmpty { Terminal.say("no article has the id or path '\(id)'") }
    if articles.count > 1 { Terminal.say("\(articles.count) articles have the id '\(id)'") }
    for article in articles {
      if output.json {
        var writer = JSONWriter()
        writer.storedArticle(article)
        terminal.print(writer.text)
      } else {
        terminal.print(text(article, Style(usesColor: terminal.usesColor)))
      }
    }
    return articles.isEmpty ? .nothing : .found
  }

  private func text(_ stored: StoredArticle, _ style: Style) -> String {
    let table = TagsText(stored.tags, of: stored.article, style: style, listsMentions: tags).text
    let marked = MarkedText(stored.tags, of: stored.article, style: style)
    return (tags ? marked.text : ArticleText(stored.article).text) + "\n" + table
  }
}
