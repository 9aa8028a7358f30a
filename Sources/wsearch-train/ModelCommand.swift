internal import CommandLineOptions
import Foundation
import NewsTagging

struct ModelCommand: Command {
  static let configuration = CommandConfiguration(
    "model", "Learns people.model from labelled text and writes people-report.txt.")

  @Argument(
    "LABELLED", "JSON Lines of {\"text\", \"entities\": [{\"start\", \"end\", \"label\"}]}.",
    takes: .file("text.jsonl"), isRequired: true)
  var labelled: [String]

  @Option(
    "joined", "Files of `labelled` whose sentences run on: joined 12 to an article.",
    takes: .file("text.jsonl"))
  var joined: [String]

  @Option(
    "models", "The folder of people.lexicon, where people.model is written.",
    takes: .folder("index/models"))
  var models: String

  @Option(
    "unlabelled", "JSON Lines of {\"body\"} or {\"text\"} that a first model tags for the second.",
    takes: .file("text.jsonl"), isGreedy: true)
  var unlabelled: [String]

  @Option("unlabelled-weight", "How much a sentence of `unlabelled` counts beside a labelled one.")
  var unlabelledWeight: Float = 0.4

  @Option(
    "evaluate", "Gold spans to score on; never learnt from.", takes: .file("text.jsonl"),
    isGreedy: true)
  var evaluate: [String]

  @Option("capitals", "The share of texts learnt in capitals too.")
  var capitals: Float = 0.2

  @Option("lowercase", "The share of texts learnt in lower case too.")
  var lowercase: Float = 0.1

  @Option("epochs", "Passes over the text.", takes: .number(from: 1))
  var epochs = 12

  @Option("rate", "The learning rate.")
  var rate: Float = 0.03

  @Option("penalty", "The L1 penalty.")
  var penalty: Float = 1e-3

  @Option("row-bits", "The binary logarithm of the number of rows for templates with words.")
  var rowBits = 18

  @Option("name", "What the model and its report are called.")
  var name = "people"

  @Option("seed", "Where random choices start.")
  var seed: UInt64 = 1

  @Flag("recased", "Score the texts in capitals and in lower case too.")
  var recased

  func run() throws {
    let folder = ModelFolder(models)
    let lexicon = try folder.lexicon()
    var numbers = SeededNumbers(seed: seed)
    var chains = try chains(lexicon, &numbers)
    var bytes = train(on: chains, &numbers)
    if !unlabelled.isEmpty {
      let teacher = PersonFinder(lexicon: lexicon, model: PersonModel(bytes.kept))
      try add(unlabelled, taggedBy: teacher, lexicon, &chains)
      bytes = train(on: chains, &numbers)
    }
    try folder.write(bytes, to: "\(name).model")
    let finder = PersonFinder(lexicon: lexicon, model: PersonModel(bytes.kept))
    let report = try report(finder, chains)
    try folder.write(Data(report.utf8), to: "\(name)-report.txt")
    print(report)
  }

  /// What was learnt from, how, and how well the result does.
  private func report(_ finder: PersonFinder, _ chains: TrainingChains) throws -> String {
    func names(_ paths: [String]) -> String {
      paths.map { URL(fileURLWithPath: $0).lastPathComponent }.joined(separator: " ")
    }
    return """
      Learnt from \(names(labelled)), joined \(names(joined)), \
      self-tagged \(unlabelled.isEmpty ? "none" : names(unlabelled)):
      \(chains.labels.count) words in \(chains.chains.count) chains, \
      \(PersonFeatures.count) features a word, 2^\(rowBits) + 2^15 rows.
      \(epochs) epochs, rate \(rate), penalty \(penalty), capitals \(capitals), \
      lower case \(lowercase), seed \(seed).

      \(try Evaluation.table(finder, evaluate, recased: recased))

      """
  }

  private func train(on chains: TrainingChains, _ numbers: inout SeededNumbers) -> Data {
    var field = ConditionalRandomField(rowBits: rowBits, rate: rate, penalty: penalty)
    for _ in 0..<epochs { field.learn(chains, order: &numbers) }
    return ModelFile.bytes(of: field)
  }

  /// Self-training: what a first model and its passes find in plain text teaches the second.
  private func add(
    _ paths: [String], taggedBy teacher: PersonFinder, _ lexicon: Lexicon,
    _ chains: inout TrainingChains
  ) throws {
    for path in paths {
      for row in try JSONLines.read(path, as: PlainRow.self) {
        let text = LabelledText(text: row.text, names: [])
        let document = PeopleDocument(text.tokens, lexicon: lexicon)
        chains.add(document, teacher.labels(of: document), weight: unlabelledWeight)
      }
    }
  }

  private func chains(_ lexicon: Lexicon, _ numbers: inout SeededNumbers) throws -> TrainingChains {
    var chains = TrainingChains(rowBits: rowBits)
    for path in labelled {
      for text in try LabelledText.training(path) { add(text, lexicon, &chains, &numbers) }
    }
    for path in joined {
      let texts = LabelledText.joined(try LabelledText.training(path), by: 12)
      for text in texts { add(text, lexicon, &chains, &numbers) }
    }
    return chains
  }

  private func add(
    _ text: LabelledText, _ lexicon: Lexicon, _ chains: inout TrainingChains,
    _ numbers: inout SeededNumbers
  ) {
    chains.add(text, lexicon: lexicon, weight: 1)
    if numbers.fraction() < capitals {
      chains.add(text.recased(\.uppercaseMapping), lexicon: lexicon, weight: 0.5)
    }
    if numbers.fraction() < lowercase {
      chains.add(text.recased(\.lowercaseMapping), lexicon: lexicon, weight: 0.5)
    }
  }
}
