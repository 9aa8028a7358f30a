internal import CommandLineOptions
import Foundation
import NewsTagging

struct EvaluateCommand: Command {
  static let configuration = CommandConfiguration(
    "evaluate", "Scores the shipped tagger, or another, on gold spans.")

  @Argument(
    "GOLD", "JSON Lines of {\"text\", \"persons\": [[start, end], …]}.", takes: .file("text.jsonl"),
    isRequired: true)
  var gold: [String]

  @Option(
    "models", "A lexicon and model in this folder instead of the shipped ones.",
    takes: .folder("index/models"))
  var models: String?

  @Flag("recased", "Score the texts in capitals and in lower case too.")
  var recased

  @Flag("errors", "List what was missed (-) and what was found wrongly (+), with its surroundings.")
  var errors

  @Flag("speed", "Measure processor time of the scanner and of the finder, too.")
  var speed

  func run() throws {
    let finder = try finder()
    if errors { for path in gold { try printErrors(finder, path) } }
    print(try Evaluation.table(finder, gold, recased: recased))
    if speed { try printSpeed(finder) }
  }

  private func printSpeed(_ finder: PersonFinder) throws {
    let texts = try gold.flatMap { try LabelledText.gold($0) }
    let megabytes = Double(texts.reduce(0) { $0 + $1.text.utf8.count }) / 1e6
    var articles: [ArticleTokens] = []
    var spans = 0
    let scanning = Self.processorTime { articles = texts.map(\.tokens) }
    let finding = Self.processorTime {
      spans = articles.reduce(0) { $0 + finder.spans(in: $1).count }
    }
    print(
      String(
        format: "scanner %.1f ms/MB, finder %.1f ms/MB, %d spans in %.2f MB",
        scanning / megabytes * 1000, finding / megabytes * 1000, spans, megabytes))
  }

  /// Seconds, the fastest of five runs.
  private static func processorTime(_ work: () -> Void) -> Double {
    (0..<5).map { _ in
      let start = clock()
      work()
      return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }.min() ?? 0
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
    let folder = ModelFolder(models)
    return PersonFinder(
      lexicon: try folder.lexicon(), model: try folder.model("people"),
      ocrModel: folder.hasModel("people-ocr") ? try folder.model("people-ocr") : nil)
  }
}
