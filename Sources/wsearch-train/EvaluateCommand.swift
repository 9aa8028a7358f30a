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

  @Flag(help: "List what was missed (-) and what was found wrongly (+), with its surroundings.")
  var errors = false

  func run() throws {
    let finder = try finder()
    if errors { for path in gold { try printErrors(finder, path) } }
    print(try Evaluation.table(finder, gold, recased: recased))
  }

  private func printErrors(_ finder: PersonFinder, _ path: String) throws {
    for text in try LabelledText.gold(path) {
      let found = Set(finder.spans(in: text.tokens).map(\.range))
      for range in text.persons.symmetricDifference(found).sorted(by: {
        $0.lowerBound < $1.lowerBound
      }) {
        print(found.contains(range) ? "+" : "-", text.surroundings(of: range))
      }
    }
  }

  private func finder() throws -> PersonFinder {
    guard let models else { return PersonFinder() }
    return PersonFinder(
      lexicon: try ModelFolder(models).lexicon(), model: try ModelFolder(models).model())
  }
}
