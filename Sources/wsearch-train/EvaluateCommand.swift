internal import ArgumentParser
import Foundation
import Tagging

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Scores the shipped tagger, or another, on gold spans.")

  @Argument(help: "JSON Lines of {\"text\", \"persons\": [[start, end], …]}.")
  var gold: [String]

  @Option(help: "A lexicon and model in this folder instead of the shipped ones.")
  var models: String?

  @Flag(help: "Score the texts in capitals and in lower case too.")
  var recased = false

  func run() throws {
    print(try Evaluation.table(finder(), gold, recased: recased))
  }

  private func finder() throws -> PersonFinder {
    guard let models else { return PersonFinder() }
    return PersonFinder(
      lexicon: try ModelFolder(models).lexicon(), model: try ModelFolder(models).model())
  }
}
