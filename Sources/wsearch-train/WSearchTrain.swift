internal import ArgumentParser

@main
struct WSearchTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wsearch-train", abstract: "Trains the person tagger that index/models ships.",
    discussion: """
      First the lexicon (names, capitalisation, clusters) from plain text, then the model from \
      labelled text over that lexicon. Both are seeded: the same input gives the same bytes.
      """,
    subcommands: [LexiconCommand.self, ModelCommand.self, EvaluateCommand.self])
}
