internal import IndexDefinition

/// What the words beside a damaged one say of what it means: `in Itnly`, `Genman troops`, but `Mr. Germani`
/// (`gazetteers/damaged-surroundings.tsv`, which `wsearch-train damage` learns).
///
/// Both words are taken to speak by themselves, as in naive Bayes: their weights add up.
struct NameSurroundings: Sendable {
  static let shared = NameSurroundings()

  /// Tenths of a nat by which a word is rather a name of the kind than one that nobody knows.
  struct Weight: Sendable {
    var place = 0
    var people = 0

    subscript(kind: DamagedNames.Kind) -> Int {
      switch kind {
      case .place: place
      case .people: people
      case .rival: 0
      }
    }

    /// At most ``NameSurroundings/most``, as no word is named by those beside it alone; against a name there is no limit.
    static func + (one: Self, other: Self) -> Self {
      Self(
        place: min(one.place + other.place, most), people: min(one.people + other.people, most))
    }
  }

  private static let most = 30

  private var before = TokenTable<Weight>(minimumCapacity: 512)
  private var behind = TokenTable<Weight>(minimumCapacity: 512)

  private init() {
    for row in Gazetteer.damagedSurroundings.rows where row.count == 4 {
      let word = TokenHash.of(String(decoding: row[1], as: UTF8.self))
      let weight = Weight(place: Self.number(row[2]), people: Self.number(row[3]))
      if row[0].elementsEqual("before".utf8) {
        before[word] = weight
      } else {
        behind[word] = weight
      }
    }
  }

  private static func number(_ digits: Gazetteer.Cell) -> Int {
    Int(String(decoding: digits, as: UTF8.self)) ?? 0
  }

  /// What the words before and behind some tokens of a paragraph say.
  func weight(of words: Range<Int>, in tokens: UnsafeBufferPointer<Token>) -> Weight {
    let (last, next) = (words.lowerBound - 1, words.upperBound)
    var weight = Weight()
    if last >= 0, !tokens[words.lowerBound].traits.contains(.paragraphStart) {
      weight = weight + (before[Self.key(tokens[last])] ?? Weight())
    }
    if next < tokens.count, !tokens[next].traits.contains(.paragraphStart) {
      weight = weight + (behind[Self.key(tokens[next])] ?? Weight())
    }
    return weight
  }

  private static func key(_ token: Token) -> UInt64 {
    token.kind == .number ? TokenHash.word("0") : token.hash
  }
}
