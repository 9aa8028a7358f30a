internal import ArgumentParser
internal import Rendering
internal import SearchIndex

/// `wsearch stats`: what an index holds.
struct StatsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Counts what the index holds.",
    discussion: "Example: wsearch stats --json")

  @OptionGroup var location: IndexLocation

  @Flag(help: "Prints JSON.")
  var json = false

  func execute(_ terminal: Terminal) throws -> ExitStatus {
    let statistics = try ArticleIndex(path: location.path, access: .readOnly).statistics()
    if json {
      var writer = JSONWriter()
      writer.statistics(statistics)
      terminal.print(writer.text)
    } else {
      terminal.write(Array(StatisticsText(statistics).text.utf8))
    }
    return .found
  }
}
