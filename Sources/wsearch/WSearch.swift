internal import ArgumentParser
internal import Foundation

@main
struct WSearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wsearch", abstract: "Searches a news archive by words, people, countries, dates.",
    subcommands: [
      IndexCommand.self, QueryCommand.self, ShowCommand.self, TagCommand.self, PersonCommand.self,
      ReadCommand.self, StatsCommand.self, CheckCommand.self,
    ])

  /// Usage errors are one line and status 64; help goes to stdout.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      if code == .success { exit(withError: error) }
      if !(error is ExitCode) { Terminal.say(message(for: error)) }
      Foundation.exit(code.rawValue)
    }
  }
}
