internal import CommandLineOptions

@main
struct WSearchTrain: Command {
  static let configuration = CommandConfiguration(
    "wsearch-train", "Trains the person tagger that index/models ships.",
    discussion: """
      First the lexicon (names, capitalisation, clusters) from plain text, then the model from
      labelled text over that lexicon. Both are seeded: the same input gives the same bytes.
      """,
    subcommands: [LexiconCommand.self, ModelCommand.self, EvaluateCommand.self])

  static func main() { Program(WSearchTrain.self).main() }
}
