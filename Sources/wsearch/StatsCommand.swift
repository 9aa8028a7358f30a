internal import CommandLineOptions
internal import Rendering
internal import SearchModel

/// `wsearch stats`: what an index holds.
struct StatsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "stats", "Counts what the index holds.", example: "wsearch stats --json")

  @Group var location: IndexLocation

  @Flag("json", "Prints JSON.")
  var json

  func execute(_ terminal: Terminal) async throws -> ExitStatus {
    let statistics = try await location.archive().inspection.statistics()
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
