import Testing

@testable import NewsTagging

struct MaskTableTests {
  /// Hashes that crowd a few places, so that some words lie beyond the two that are looked at first.
  private static let words = Dictionary(
    uniqueKeysWithValues: (1...600).map { word in
      (UInt64(word) << 40 | UInt64(word % 7), UInt64(word % 5 + 1))
    })

  @Test func everyWordHasItsMask() {
    let table = MaskTable(Self.words)
    for (word, mask) in Self.words { #expect(table[word] == mask) }
  }

  @Test func otherWordsHaveNone() {
    let table = MaskTable(Self.words)
    for word in 601...2000 { #expect(table[UInt64(word) << 40 | UInt64(word % 7)] == 0) }
    #expect(table[0] == 0)
    #expect(MaskTable([:])[TokenHash.of("the")] == 0)
  }

  @Test func smallWordsOfTheTableAreFound() {
    let words = FunctionWords.shared
    #expect(words[TokenHash.of("the")] & words.bit(of: "en") != 0)
    #expect(words[TokenHash.of("haldwick")] == 0)
  }
}
