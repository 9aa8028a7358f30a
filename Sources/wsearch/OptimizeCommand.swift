internal import CommandLineOptions
internal import SearchModel

/// `wsearch optimize`: the index as quick to search as a fresh one.
struct OptimizeCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "optimize", "Merges the full text into one piece, the fastest state to search.",
    discussion: """
      Every run merges what it can at little cost; after very many small ones this does the rest. \
      Readers go on meanwhile. It takes the time of writing the full text once.
      """,
    example: "wsearch optimize --index news.db")

  @Group var location: IndexLocation

  func execute(_ terminal: Terminal) async throws -> ExitStatus {
    try await location.archive().writer(making: false).optimize()
    return .found
  }
}
