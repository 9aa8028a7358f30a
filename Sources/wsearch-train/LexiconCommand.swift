internal import CommandLineOptions
import Foundation
import IndexDefinition
import NewsTagging

struct LexiconCommand: Command {
  static let configuration = CommandConfiguration(
    "lexicon", "Makes people.lexicon from the name gazetteers and plain text.")

  @Argument(
    "TEXT", "JSON Lines of {\"body\"} or {\"text\"}: text to count words in.",
    takes: .file("text.jsonl"), isRequired: true)
  var text: [String]

  @Option(
    "noisy", "More text, from OCR: only articles whose words `text` mostly knows are read.",
    takes: .file("text.jsonl"))
  var noisy: [String]

  @Option("clean-share", "The share of known words in lower case that lets a noisy article in.")
  var cleanShare = 0.94

  @Option(
    "gazetteers",
    "The folder of names-given.txt, names-surnames.txt, names-places.txt, names-words.txt.",
    takes: .folder("index/gazetteers"))
  var gazetteers: String

  @Option(
    "words", "What a larger text says of words: made by words-from-packages.py.",
    takes: .file("words.tsv"))
  var words: String?

  @Option("models", "The folder that people.lexicon is written to.", takes: .folder("index/models"))
  var models: String

  @Option("minimum-count", "Words seen fewer times get no cluster.")
  var minimumCount = 10

  @Option("clustered-words", "At most so many words get a cluster.")
  var clusteredWords = 50_000

  @Option("epochs", "Passes over the text for the word vectors.", takes: .number(from: 1))
  var epochs = 3

  @Option("seed", "Where random choices start.")
  var seed: UInt64 = 1

  func run() throws {
    var counts = WordCounts()
    for path in text {
      for row in try JSONLines.read(path, as: PlainRow.self) {
        counts.add(FieldTokens(row.text))
      }
    }
    try addNoisy(to: &counts)
    var file = LexiconFile()
    try file.add(gazetteers: gazetteers)
    file.add(counts)
    if let words { try file.add(words: words) }
    if clusteredWords > 0 { cluster(counts, into: &file) }
    try ModelFolder(models).write(file.bytes, to: "people.lexicon")
    print("\(counts.total) words of text, \(file.count) records")
  }

  /// Only words of `text` judge, so that the files' order is no matter.
  private func addNoisy(to counts: inout WordCounts) throws {
    let known = counts
    for path in noisy {
      for row in try JSONLines.read(path, as: PlainRow.self) {
        let field = FieldTokens(row.text)
        if known.knownShare(field) >= cleanShare { counts.add(field) }
      }
    }
  }

  private func cluster(_ counts: WordCounts, into file: inout LexiconFile) {
    let vocabulary = counts.frequent(minimumCount, limit: clusteredWords)
    var numbers = SeededNumbers(seed: seed)
    var vectors = WordVectors(words: vocabulary.count, numbers: &numbers)
    vectors.learn(counts.text(in: vocabulary), epochs: epochs, numbers: &numbers)
    let clusters = Clusters(vectors.unitVectors, numbers: &numbers).fine
    for (word, hash) in vocabulary.enumerated() { file.add(cluster: clusters[word], to: hash) }
    print("\(vocabulary.count) words in clusters")
  }
}
