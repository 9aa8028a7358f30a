internal import IndexDefinition

/// What tells names from other words in a language that the person model did not learn:
/// `index/gazetteers/name-languages.tsv`.
///
/// Built once, on first use (some 2,700 words); a class, so that whoever holds one is no larger for it.
final class NameLanguage: Sendable {
  /// By ISO 639-1.
  private static let all = read(Gazetteer.nameLanguages.rows)

  /// Nil for English, for a text whose language is not known and for all that are not tagged.
  static func of(_ code: String?) -> NameLanguage? {
    guard let code, code != "en" else { return nil }
    return all[code]
  }

  let code: String
  /// The language's bit in ``FunctionWords``.
  private let bit: UInt64
  private let articles: TokenSet
  private let smallWords: TokenSet
  private let elided: TokenSet
  private let genitives: TokenSet
  private let things: TokenSet
  private let nouns: TokenSet
  private let nounEndings: TokenSet
  /// Whether common nouns are capitalised too.
  let hasNounsInCapitals: Bool
  /// Whether a name's genitive is written without an apostrophe.
  let hasGluedGenitives: Bool

  /// - Parameter words: by kind, as the table names it.
  private init(code: String, words: [String: TokenSet]) {
    self.code = code
    let place = FunctionWords.shared.languages.firstIndex(of: code)
    bit = place.map { 1 << UInt64($0) } ?? 0
    func set(_ kind: String) -> TokenSet { words[kind] ?? TokenSet() }
    (articles, smallWords) = (set("article"), set("small-word"))
    (elided, genitives) = (set("elided"), set("genitive"))
    (things, nouns, nounEndings) = (set("thing"), set("noun"), set("noun-ending"))
    hasNounsInCapitals = words["noun"] != nil
    hasGluedGenitives = words["genitive"] != nil
  }

  /// `die`, `le`: a lone capitalised word behind it is hardly a person.
  func isArticle(_ hash: UInt64) -> Bool { articles.contains(hash) }

  /// `d'`, `dell'`.
  func isElided(_ hash: UInt64) -> Bool { elided.contains(hash) }

  /// The s of `Lindners`.
  func isGenitive(_ hash: UInt64) -> Bool { genitives.contains(hash) }

  /// One of the small words that tell the language.
  func isSmallWord(_ hash: UInt64) -> Bool {
    FunctionWords.shared[hash] & bit != 0 || articles.contains(hash) || smallWords.contains(hash)
  }

  /// `bataille`, `gare`: opens what is no person's name.
  func isThing(_ hash: UInt64) -> Bool { things.contains(hash) }

  func isNoun(_ hash: UInt64) -> Bool { nouns.contains(hash) }

  /// Whether a word ends as nouns are derived or as their compounds do: `Verwaltung`, `Bahnhofstraße`.
  func endsAsNoun(_ word: ArraySlice<UInt8>) -> Bool {
    word.withUnsafeBufferPointer { text in
      Self.endings.contains { length in
        text.count > length + 1
          && nounEndings.contains(lowercaseHash(text, text.count - length, text.count))
      }
    }
  }

  /// Bytes of an ending.
  private static let endings = 2...14

  private static func add(_ words: Gazetteer.Cell, to set: inout TokenSet) {
    for word in words.split(separator: UInt8(ascii: "|")) {
      set.insert(word.reduce(TokenHash.seed, TokenHash.mix))
    }
  }

  private static func read(_ rows: some Sequence<[Gazetteer.Cell]>) -> [String: NameLanguage] {
    var words: [String: [String: TokenSet]] = [:]
    for row in rows where row.count == 4 {
      let code = String(decoding: row[0], as: UTF8.self)
      let kind = String(decoding: row[1], as: UTF8.self)
      add(row[2], to: &words[code, default: [:]][kind, default: TokenSet()])
    }
    return Dictionary(
      uniqueKeysWithValues: words.map { ($0, NameLanguage(code: $0, words: $1)) })
  }
}
