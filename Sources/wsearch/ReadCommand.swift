internal import CommandLineOptions
internal import Rendering

/// `wsearch read`: articles as read, before any tagging.
struct ReadCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "read", "Prints articles as they are read, storing nothing.",
    example: "wsearch read --json saved-page.html")

  @Group var reading: ReadingArguments

  @Flag("json", "One JSON object a line.")
  var json

  func execute(_ terminal: Terminal) throws -> ExitStatus {
    var count = 0
    let complete = try reading.forEachArticle { article in
      count += 1
      if json {
        var writer = JSONWriter()
        writer.article(article)
        terminal.write(writer.bytes + [10])
      } else {
        terminal.print(ArticleText(article).text)
      }
    }
    return !complete ? .failure : count == 0 ? .nothing : .found
  }
}
