import FTS5Segments
import SQLite
import Testing

/// Sizes at the edge of what FTS5 accepts.
struct ExtremesTests {
  @Test(arguments: [32, 1000, 65536])
  func longPositionListsAndLongTerms(pageSize: Int) throws {
    let corpus = try Corpus(seed: 1, pageSize: pageSize)
    let longTerm = String(repeating: "abcdefgh", count: 4000)
    let often = String(repeating: "often ", count: 20_000)
    let spread = (0..<300).map { $0 % 50 == 0 ? "rarely" : "filler" }.joined(separator: " ")
    try corpus.insert([
      (Int64.min, "\(longTerm) often", often, ""),
      (-1, "often", "", "often"),
      (0, longTerm + "x", spread, often),
      (1 << 40, "often", "often", "often"),
      (Int64.max - 1, spread, often, longTerm),
    ])
    try corpus.expectEqualToStock("extremes")
  }

  @Test func smallHashSizeMakesManySegments() throws {
    var corpus = try Corpus(seed: 3, pageSize: 100, hashSize: 64)
    try corpus.command("automerge", 0)
    try corpus.command("crisismerge", 100)
    try corpus.insert(60)
    try corpus.expectEqualToStock("a segment for every few rows")
    try corpus.update(share: 0.5)
    try corpus.expectEqualToStock("updates in as many more")
  }

  @Test func prefixesBoundTheVocabulary() throws {
    let corpus = try Corpus(seed: 1, pageSize: 32)
    let words = ["a", "ab", "abc", "abd", "b", "ba", "ж", "日本"]
    for (row, word) in words.shuffled().enumerated() {
      try corpus.insert([(Int64(row), word, "abc", "")])
    }
    do {
      let reader = try corpus.database.segmentReader()
      #expect(try reader.liveTerms(prefix: "ab") == ["ab", "abc", "abd"])
      #expect(try reader.liveTerms(from: "abd") == ["abd", "b", "ba", "ж", "日本"])
      #expect(try reader.liveTerms(prefix: "a", from: "abc") == ["abc", "abd"])
      #expect(try reader.liveTerms(prefix: "b", from: "a") == ["b", "ba"])
      #expect(try reader.liveTerms(prefix: "c") == [])
      #expect(try reader.postings(for: "abe".utf8) == nil)
    }
  }
}
