internal import IndexDefinition

/// The forms of address of `index/gazetteers/honorifics.tsv`, found by token hash.
///
/// Matches are case-blind and take dots as optional: `Lt. Gen.`, `Lt Gen` and `LT. GEN.` are one.
/// Whether a match is what it seems is for the caller to judge: many titles are also common words
/// (`head`, `forward`), `M.` may be an initial, `Pan` an airline.
package final class Honorifics: Sendable {
  /// The forms of address of the shipped table, read when first used.
  package static let shared = Honorifics(rows: Gazetteer.honorifics.rows)

  /// A form of address and the tokens that it covers, a dot after them included.
  package struct Match: Sendable, Hashable {
    package var honorific: Honorific
    package var tokens: Range<Int>
  }

  /// The most words that a form has.
  package static let maximumWords = 4

  /// By the hashes of the words, mixed from the last to the first.
  private let forms: TokenTable<Honorific>
  /// The words that open and end a form.
  private let firstWords: TokenFilter
  private let lastWords: TokenFilter

  init(rows: some Sequence<[Gazetteer.Cell]>) {
    var forms = TokenTable<Honorific>(minimumCapacity: 4096)
    var (firstWords, lastWords) = (TokenFilter(), TokenFilter())
    for row in rows {
      guard let honorific = Self.honorific(row) else { continue }
      Self.forEachKey(of: row[0]) { if forms[$0] == nil { forms[$0] = honorific } }
      Self.forEachSpelling(of: row[0].prefix { $0 != Self.space }) { firstWords.insert($0) }
      Self.forEachSpelling(of: row[0].suffix { $0 != Self.space }) { lastWords.insert($0) }
    }
    self.forms = forms
    self.firstWords = firstWords
    self.lastWords = lastWords
  }

  /// What a row says; nil where it has another shape.
  private static func honorific(_ row: [Gazetteer.Cell]) -> Honorific? {
    guard row.count == 5,
      let kind = Honorific.Kind(rawValue: String(decoding: row[3], as: UTF8.self))
    else { return nil }
    return Honorific(
      kind: kind, gender: Honorific.Gender(rawValue: String(decoding: row[2], as: UTF8.self)),
      language: String(decoding: row[1], as: UTF8.self),
      precedesGivenName: row[4].elementsEqual("given".utf8))
  }

  /// The form that is the single word with this ``TokenHash``, with or without its dot.
  @inline(__always)
  package subscript(hash: UInt64) -> Honorific? {
    forms[Self.mix(Self.seed, hash)]
  }

  /// The longest form whose last token is `end - 1`.
  ///
  /// Forms that stand one before the other (`former`, `Prime Minister`, `Sir`) are one match each.
  package func match(endingAt end: Int, in tokens: [Token]) -> Match? {
    var key = Self.seed
    var at = end
    var best: Match?
    for _ in 0..<Self.maximumWords {
      at -= at >= 2 && Self.isDot(tokens[at - 1]) ? 2 : 1
      guard at >= 0, tokens[at].kind == .word else { break }
      if key == Self.seed, !lastWords.mayContain(tokens[at].hash) { return nil }
      key = Self.mix(key, tokens[at].hash)
      if let honorific = forms[key] { best = Match(honorific: honorific, tokens: at..<end) }
    }
    return best
  }

  /// The longest form whose first token is `start`.
  package func match(startingAt start: Int, in tokens: [Token]) -> Match? {
    guard firstWords.mayContain(tokens[start].hash) else { return nil }
    var words = SIMD4<UInt64>()
    var end = start
    var best: Match?
    for count in 1...Self.maximumWords {
      guard end < tokens.count, tokens[end].kind == .word else { break }
      words[count - 1] = tokens[end].hash
      end += end + 1 < tokens.count && Self.isDot(tokens[end + 1]) ? 2 : 1
      let key = (0..<count).reversed().reduce(Self.seed) { Self.mix($0, words[$1]) }
      if let honorific = forms[key] { best = Match(honorific: honorific, tokens: start..<end) }
    }
    return best
  }

  /// A full stop that the tokenizer left standing alone behind its word (`Sra.`).
  @inline(__always)
  private static func isDot(_ token: Token) -> Bool {
    token.hash == dot && !token.traits.contains(.spaceBefore)
  }

  @inline(__always) private static var dot: UInt64 { TokenHash.word(".") }
  private static let seed = TokenHash.seed

  @inline(__always)
  private static func mix(_ key: UInt64, _ word: UInt64) -> UInt64 {
    (key.byteSwapped ^ word) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Calls with the hashes of a word with and without its dot.
  private static func forEachSpelling(of word: Gazetteer.Cell, _ body: (UInt64) -> Void) {
    body(word.reduce(TokenHash.seed, TokenHash.mix))
    if word.last == UInt8(ascii: ".") {
      body(word.dropLast().reduce(TokenHash.seed, TokenHash.mix))
    }
  }

  /// Calls with a key for each way to write the words with and without their dots.
  private static func forEachKey(
    of words: Gazetteer.Cell, after key: UInt64 = seed, _ body: (UInt64) -> Void
  ) {
    guard !words.isEmpty else { return body(key) }
    let last = words.suffix { $0 != space }
    forEachSpelling(of: last) {
      forEachKey(of: words.dropLast(last.count + 1), after: mix(key, $0), body)
    }
  }

  private static let space = UInt8(ascii: " ")
}

extension Gazetteer.Cell {
  /// The bytes at the end that are such.
  fileprivate func suffix(while condition: (UInt8) -> Bool) -> Self {
    self[(lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}
