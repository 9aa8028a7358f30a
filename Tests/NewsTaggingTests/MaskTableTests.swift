import Testing

@testable import NewsTagging

struct MaskTableTests {
  /// Hashes that crowd a few places, so that some words lie beyond the two that are looked at first.
  private static func hash(_ word: UInt64) -> UInt64 { word << 40 | word % 7 }

  private static let words: [UInt64: UInt64] = {
    var words: [UInt64: UInt64] = [:]
    for word in UInt64(1)...600 { words[hash(word)] = word % 5 + 1 }
    return words
  }()

  @Test func everyWordHasItsMask() {
    let table = MaskTable(Self.words)
    for (word, mask) in Self.words { #expect(table[word] == mask) }
  }

  @Test func otherWordsHaveNone() {
    let table = MaskTable(Self.words)
    for word in UInt64(601)...2000 { #expect(table[Self.hash(word)] == 0) }
    #expect(table[0] == 0)
    #expect(MaskTable([:])[TokenHash.of("the")] == 0)
  }

  @Test func smallWordsOfTheTableAreFound() {
    let words = FunctionWords.shared
    #expect(words[TokenHash.of("the")] & words.bit(of: "en") != 0)
    #expect(words[TokenHash.of("haldwick")] == 0)
  }
}
