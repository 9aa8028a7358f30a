internal import CommandLineOptions
import Foundation
import IndexDefinition

struct DamageCommand: Command {
  static let configuration = CommandConfiguration(
    "damage", "Learns how OCR damages the letters of names, from an archive of old newspapers.",
    discussion: """
      Writes damaged-names.tsv, damaged-surroundings.tsv, letter-damage.tsv and
      letter-sequences.tsv. Nothing is labelled: the tagger's own names are set beside capitalised
      words that nobody knows.
      """)

  @Argument(
    "ARCHIVE", "JSON Lines of {\"id\", \"title\", \"body\", \"date\"}.", takes: .file("text.jsonl"),
    isRequired: true)
  var archives: [String]

  @Option("gazetteers", "The folder that is written to.", takes: .folder("index/gazetteers"))
  var gazetteers: String

  @Option(
    "leave-out", "JSON Lines of {\"id\"}: articles that are not learnt from.",
    takes: .file("ids.jsonl"))
  var leaveOut: [String]

  @Option("steps", "Steps of expectation maximisation.", takes: .number(from: 1))
  var steps = 4

  func run() throws {
    let counts = try count()
    let (names, words) = (counts.names, counts.unknownWords)
    guard !names.isEmpty, !words.isEmpty else {
      throw UsageError("no names, or no unknown words: is the archive of old newspapers?")
    }
    print("\(names.count) names, \(words.count) unknown words")
    var learning = DamageLearning(names: names, words: words)
    for _ in 0..<steps { learning.step() }
    let rivals = DamageRivals(names: names, channel: learning.channel)
      .among(counts.rivals(of: names))
    let files = DamageFiles(
      names: names, rivals: rivals, channel: learning.channel, trigrams: learning.trigrams,
      surroundings: counts.surroundings)
    try write(files.nameRows, to: "damaged-names.tsv")
    try write(files.surroundingRows, to: "damaged-surroundings.tsv")
    try write(files.damageRows, to: "letter-damage.tsv")
    try write(files.sequenceRows, to: "letter-sequences.tsv")
  }

  private func count() throws -> DamageCounts {
    var counts = DamageCounts()
    let left = Set(try leaveOut.flatMap { try JSONLines.read($0, as: IDRow.self) }.map(\.id))
    for path in archives {
      for row in try JSONLines.read(path, as: ArchiveRow.self) where !left.contains(row.id) {
        counts.add(row.article)
      }
    }
    return counts
  }

  private func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: gazetteers).appendingPathComponent(name)
    try Data(text.utf8).write(to: url, options: .atomic)
  }
}

private struct IDRow: Decodable {
  let id: String
}

private struct ArchiveRow: Decodable {
  let id: String
  let title: String?
  let body: String
  let date: String?

  var article: Article {
    Article(id: id, title: title ?? "", body: body, date: date.flatMap { CalendarDate($0) })
  }
}
