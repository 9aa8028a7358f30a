internal import IndexDefinition

/// What words begin and end with where a line's end breaks them, and no word itself:
/// `gazetteers/word-halves.tsv`.
///
/// The texts of a lexicon are full of them, so that it takes them for words.
struct WordHalves: Sendable {
  static let shared = WordHalves()

  /// What stands at a line's end: `Secre`.
  private(set) var firsts = TokenSet()
  /// What begins the next line: `tary`.
  private(set) var seconds = TokenSet()

  private init() {
    for row in Gazetteer.wordHalves.rows where row.count == 2 {
      for half in row[1].split(separator: UInt8(ascii: " ")) {
        let hash = half.reduce(TokenHash.seed, TokenHash.mix)
        if row[0].elementsEqual("first".utf8) { firsts.insert(hash) } else { seconds.insert(hash) }
      }
    }
  }
}
