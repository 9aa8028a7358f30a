internal import ArgumentParser
internal import Rendering

/// `wsearch read`: articles as read, before any tagging.
struct ReadCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Prints articles as they are read, storing nothing.",
    discussion: "Example: wsearch read --json saved-page.html")

  @OptionGroup var reading: ReadingArguments

  @Flag(help: "One JSON object a line.")
  var json = false

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
