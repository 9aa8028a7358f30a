internal import ArgumentParser

@main
struct WSearchTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wsearch-train", abstract: "Trains the person tagger that index/models ships.")
}
