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
      let cells = row.map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 5, let kind = Honorific.Kind(rawValue: cells[3]) else { continue }
      let honorific = Honorific(
        kind: kind, gender: Honorific.Gender(rawValue: cells[2]), language: cells[1],
        precedesGivenName: cells[4] == "given")
      let words = row[0].split(separator: UInt8(ascii: " ")).map(Self.spellings)
      for key in Self.keys(of: words) where forms[key] == nil { forms[key] = honorific }
      for hash in words.first ?? [] { firstWords.insert(hash) }
      for hash in words.last ?? [] { lastWords.insert(hash) }
    }
    self.forms = forms
    self.firstWords = firstWords
    self.lastWords = lastWords
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

  /// The hashes of a word with and without its dot.
  private static func spellings(of word: Gazetteer.Cell) -> [UInt64] {
    let bare = word.last == UInt8(ascii: ".") ? word.dropLast() : nil
    return [word, bare].compactMap { $0?.reduce(TokenHash.seed, TokenHash.mix) }
  }

  /// A key for each way to write the words with and without their dots.
  private static func keys(of words: [[UInt64]]) -> [UInt64] {
    words.reversed().reduce([seed]) { keys, spellings in
      keys.flatMap { key in spellings.map { mix(key, $0) } }
    }
  }
}
