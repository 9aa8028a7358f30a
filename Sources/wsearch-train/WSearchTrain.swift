internal import CommandLineOptions

@main
struct WSearchTrain: Command {
  static let configuration = CommandConfiguration(
    "wsearch-train", "Trains the person tagger of index/models, and what tells damaged names.",
    discussion: """
      First the lexicon (names, capitalisation, clusters) from plain text, then the model from
      labelled text over that lexicon. Both are seeded: the same input gives the same bytes.
      Apart from them, how OCR damages the names of countries and peoples: from an archive of old
      newspapers alone.
      """,
    subcommands: [
      LexiconCommand.self, ModelCommand.self, EvaluateCommand.self, DamageCommand.self,
    ])

  static func main() { Program(WSearchTrain.self).main() }
}
