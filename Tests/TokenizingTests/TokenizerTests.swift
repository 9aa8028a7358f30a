import SQLite
import TestSupport
import Testing
import Tokenizing

struct TokenizerTests {
  @Test func cutsAndFolds() {
    #expect(
      Tokenizer().terms(in: "The U.S. “Café”, O’Brien & straße — İstanbul’s №7 naïve_co\u{301}op")
        == [
          "the", "u", "s", "cafe", "o", "brien", "straße", "istanbul", "s", "7", "naive", "coop",
        ])
  }

  @Test func rangeCoversTheCombiningMark() {
    #expect(
      FoldedToken.tokens(in: Array("(e\u{301}t)".utf8))
        == [FoldedToken(range: 1..<5, folded: Array("et".utf8))])
  }

  @Test func everyCodePointAsFTS5() throws {
    try withStockTokenizer { stock in
      for value in UInt32(0)..<0x110000 {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let text = Array("\(scalar)A\(scalar)b \(scalar)".utf8)
        try #require(
          FoldedToken.tokens(in: text) == FoldedToken.stockTokens(in: text, of: stock),
          "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3]) func randomTextsAsFTS5(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    try withStockTokenizer { stock in
      for round in 0..<4000 {
        let text = Array(randomText(using: &generator).utf8)
        try #require(
          FoldedToken.tokens(in: text) == FoldedToken.stockTokens(in: text, of: stock),
          "seed \(seed), round \(round): \(text)")
      }
    }
  }

  @Test(arguments: [UInt64(4), 5]) func randomBytesAsFTS5(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let leads: [UInt8] = [
      0x20, 0x41, 0x7A, 0x80, 0xBF, 0xC3, 0xCC, 0xE4, 0xED, 0xEF, 0xF0, 0xFB, 0xFD,
    ]
    try withStockTokenizer { stock in
      for round in 0..<10000 {
        let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
          Bool.random(using: &generator)
            ? leads.randomElement(using: &generator) ?? 0
            : UInt8.random(in: 0...255, using: &generator)
        }
        try #require(
          FoldedToken.tokens(in: text) == FoldedToken.stockTokens(in: text, of: stock),
          "seed \(seed), round \(round): \(text)")
      }
    }
  }

  /// FTS5's storage cuts terms at 32,768 bytes after its tokenizer made them.
  @Test(arguments: ["b", "é", "ç\u{301}x", "中", "Ⱥ", "aȺ", "𐐀"]) func longTermsAsIndexed(
    part: String
  )
    throws
  {
    let text = String(repeating: part, count: 40000) + " end"
    let database = try Connection.inMemory()
    do {
      try database.execute(
        """
        CREATE VIRTUAL TABLE f USING fts5(x, tokenize = 'unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE v USING fts5vocab(f, instance);
        """)
      try database.execute("INSERT INTO f VALUES (?)", .text(text))
    }
    let indexed: [String] = try database.values("SELECT hex(term) FROM v ORDER BY offset")
    #expect(FoldedToken.tokens(in: Array(text.utf8)).map { hex($0.folded) } == indexed)
  }
}

private func hex(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
}

/// Words, marks and signs of many scripts in a random order.
private func randomText(using generator: inout SeededGenerator) -> String {
  var text = String.UnicodeScalarView()
  for _ in 0..<Int.random(in: 0...40, using: &generator) {
    guard let range = scripts.randomElement(using: &generator) else { continue }
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
        text.append(scalar)
      }
    }
  }
  return String(text)
}

/// ASCII twice, Latin, combining marks, Greek, Cyrillic, Hebrew and Arabic, Devanagari, Latin
/// additional, general punctuation, kana, Han, Hangul, variation selectors, Deseret, emoji.
private let scripts: [ClosedRange<UInt32>] = [
  0x20...0x7E, 0x61...0x7A, 0xC0...0x24F, 0x300...0x345, 0x370...0x3FF, 0x400...0x4FF,
  0x590...0x6FF, 0x900...0x97F, 0x1E00...0x1FFF, 0x2000...0x214F, 0x3040...0x30FF,
  0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFE00...0xFE0F, 0x10400...0x1044F, 0x1F300...0x1FAFF,
]
