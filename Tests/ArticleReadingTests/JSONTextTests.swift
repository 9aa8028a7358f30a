import Foundation
import TestSupport
import Testing

@testable import ArticleReading

struct JSONTextTests {
  private static let pieces =
    (0..<0x30).compactMap { Unicode.Scalar(UInt32($0)).map(String.init) } + [
      "\\", "/", "\u{7f}", "\u{85}", "\u{2028}", "é", "e\u{301}", "🚢", "A", "a", "Z", "10", "9",
    ]

  /// The same bytes as Foundation's encoder writes, keys in the same order.
  @Test(arguments: 1...6)
  func textIsThatOfFoundation(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func text() -> String {
      (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        Self.pieces.randomElement(using: &generator) ?? ""
      }.joined()
    }
    for _ in 0..<500 {
      var entries: [String: String] = [:]
      for _ in 0..<Int.random(in: 0...5, using: &generator) { entries[text()] = text() }
      let expected = String(decoding: try encoder.encode(entries), as: UTF8.self)
      let written = JSONText.object(entries.mapValues(JSONText.string))
      #expect(written.utf8.elementsEqual(expected.utf8), "seed \(seed): \(written) \(expected)")
      let list = [text(), text()]
      let array = String(decoding: try encoder.encode(list), as: UTF8.self)
      #expect(JSONText.array(list).utf8.elementsEqual(array.utf8), "seed \(seed)")
    }
  }
}
