internal import ArgumentParser

@main
struct WSearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wsearch", abstract: "Searches a news archive by words, people, countries, dates.")
}
