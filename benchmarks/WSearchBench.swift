internal import CommandLineOptions

@main
struct WSearchBench: Command {
  static let configuration = CommandConfiguration(
    "wsearch-bench", "Measures how cost grows with the corpus.",
    subcommands: [
      GenerateCommand.self, QueryCommand.self, SmokeCommand.self, FuzzCommand.self,
      ParseCommand.self, SpellingCommand.self, RelevanceCommand.self, TagCommand.self,
      LoopCommand.self, ThreadsCommand.self,
    ])

  static func main() { Program(WSearchBench.self).main() }
}
