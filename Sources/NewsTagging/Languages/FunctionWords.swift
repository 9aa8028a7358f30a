internal import IndexDefinition

/// Which languages a small word belongs to, by token hash: `gazetteers/function-words.tsv`.
///
/// Built once, on first use (some 2,000 words).
struct FunctionWords: Sendable {
  static let shared = FunctionWords()

  /// ISO 639-1; a language's place here is its bit in a mask.
  let languages: [String]
  private let table: MaskTable

  private init() {
    var languages: [String] = []
    var masks: [UInt64: UInt64] = [:]
    for row in Gazetteer.functionWords.rows where row.count == 2 {
      let bit = UInt64(1) << UInt64(languages.count)
      languages.append(String(decoding: row[0], as: UTF8.self))
      for word in row[1].split(separator: UInt8(ascii: " ")) {
        let mask = word.count == 1 ? bit | Self.letter : bit
        masks[word.reduce(TokenHash.seed, TokenHash.mix), default: 0] |= mask
      }
    }
    assert(languages.count < 63, "no bit is left for letters")
    self.languages = languages
    table = MaskTable(masks)
  }

  /// The bit of English.
  static let english = shared.bit(of: "en")

  /// The bit of a word that is a letter of ASCII alone: debris of print as often as a word.
  static let letter = UInt64(1) << 63

  /// The bit of a language by its code; 0 for one without words here.
  func bit(of language: String) -> UInt64 {
    languages.firstIndex(of: language).map { 1 << UInt64($0) } ?? 0
  }

  /// A bit a language, and ``letter``; 0 for other words.
  @inline(__always)
  subscript(hash: UInt64) -> UInt64 { table[hash] }
}
