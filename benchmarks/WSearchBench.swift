internal import ArgumentParser

@main
struct WSearchBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wsearch-bench", abstract: "Measures how cost grows with the corpus.",
    subcommands: [
      GenerateCommand.self, QueryCommand.self, SmokeCommand.self, FuzzCommand.self,
      ParseCommand.self, SpellingCommand.self, TagCommand.self, LoopCommand.self,
    ])
}
