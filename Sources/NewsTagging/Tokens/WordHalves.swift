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
  /// What begins the next line where a surname is broken: `berger`.
  private(set) var nameEnds = TokenSet(minimumCapacity: 2048)

  private init() {
    for row in Gazetteer.wordHalves.rows where row.count == 2 {
      for half in row[1].split(separator: UInt8(ascii: " ")) {
        let hash = half.reduce(TokenHash.seed, TokenHash.mix)
        insert(hash, row[0])
      }
    }
  }

  private mutating func insert(_ hash: UInt64, _ place: Gazetteer.Cell) {
    if place.elementsEqual("first".utf8) {
      firsts.insert(hash)
    } else if place.elementsEqual("second".utf8) {
      seconds.insert(hash)
    } else {
      nameEnds.insert(hash)
    }
  }
}
