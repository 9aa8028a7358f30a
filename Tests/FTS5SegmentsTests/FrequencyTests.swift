import FTS5Segments
import SQLite
import TestSupport
import Testing

/// Occurrences counted eight bytes at a time against those decoded one by one.
struct FrequencyTests {
  /// Distances whose varints end in a byte 0 or 1, or are as long as two bytes are or longer.
  private static let distances = [1, 2, 3, 60, 125, 126, 127, 128, 129, 253, 254, 255, 256, 16_383]

  @Test(arguments: [1, 2, 3] as [UInt64])
  func countsOfListsOfAnyLengthAndColumns(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let corpus = try Corpus(seed: seed, pageSize: 4050)
    let rows = (0..<100).map { row in
      let texts = (0..<3).map { _ in Self.text(random: &random) }
      return (id: Int64(row) * 200, a: texts[0], b: texts[1], c: texts[2])
    }
    try corpus.insert(rows)
    try corpus.expectEqualToStock("seed \(seed)")
  }

  /// `w` up to 20 times; half of the texts do not hold it.
  private static func text(random: inout SeededGenerator) -> String {
    guard Bool.random(using: &random) else { return "" }
    let count = Int.random(in: 1...(Bool.random(using: &random) ? 4 : 20), using: &random)
    let words = (0..<count).flatMap { _ in
      let chance = Int.random(in: 0..<100, using: &random)
      let distance =
        chance == 0 ? 16_383 : distances.dropLast().randomElement(using: &random) ?? 1
      return Array(repeating: "x", count: distance - 1) + ["w"]
    }
    return words.joined(separator: " ")
  }
}
