internal import IndexDefinition

/// Finds the office that a word is but for a few letters: `Ambaaaador`, `Socretnry`, `Presdent`.
///
/// For words before a name that no list knows, so that a far likeness is enough.
struct OfficeSpellings: Sendable {
  static let shared = OfficeSpellings()

  /// Shorter words are like too many others.
  private static let shortest = 7
  /// From this length on a word may have three wrong letters, else two.
  private static let long = 9

  private struct Office {
    let letters: [UInt8]
    let kinds: NameRules.Kinds
  }

  /// What is seen of a word at once.
  private struct Sight {
    let count: Int32
    /// Which letters it has, a bit each.
    let set: UInt32
    let first: UInt8
    /// Its last two letters.
    let end: UInt16

    /// - Parameter word: of two letters or more.
    init(_ word: some BidirectionalCollection<UInt8>) {
      count = Int32(word.count)
      set = word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
      first = word.first ?? 0
      end = word.suffix(2).reduce(0) { $0 << 8 | UInt16($1) }
    }

    /// Like lengths, one end that is the same, and few letters that the other lacks.
    @inline(__always)
    func isLike(_ other: Sight, _ limit: Int32) -> Bool {
      abs(count &- other.count) <= limit && (first == other.first || end == other.end)
        && (other.set & ~set).nonzeroBitCount <= limit
        && (set & ~other.set).nonzeroBitCount <= limit
    }
  }

  private var offices: [Office] = []
  /// One an office, apart from them: nearly all are told by it.
  private var sights: [Sight] = []

  private init() {
    for row in Gazetteer.nameRules.rows where row.count == 3 {
      let kinds = NameRules.Kinds.named[String(decoding: row[0], as: UTF8.self)] ?? []
      guard !kinds.isDisjoint(with: .anyOffice) else { continue }
      for word in row[1].split(separator: UInt8(ascii: "|")) where isOffice(word) {
        offices.append(Office(letters: Array(word), kinds: kinds))
        sights.append(Sight(word))
      }
    }
  }

  private func isOffice(_ word: Gazetteer.Cell) -> Bool {
    word.count >= Self.shortest && word.allSatisfy { $0 &- 97 < 26 }
  }

  /// What the nearest office says; nothing where none is near.
  ///
  /// - Parameter word: lower case.
  func kinds(of word: [UInt8]) -> NameRules.Kinds {
    guard word.count >= Self.shortest else { return [] }
    var limit = word.count < Self.long ? 2 : 3
    let sight = Sight(word)
    var found: NameRules.Kinds = []
    for at in sights.indices where sights[at].isLike(sight, Int32(limit)) {
      let errors = errors(between: offices[at].letters, word)
      guard errors <= limit else { continue }
      (limit, found) = (errors - 1, offices[at].kinds)
      if limit < 0 { break }
    }
    return found
  }

  /// Levenshtein's distance.
  private func errors(between office: [UInt8], _ word: [UInt8]) -> Int {
    var row = Array(0...word.count)
    for letter in office {
      var corner = row[0]
      row[0] += 1
      for at in word.indices {
        let change = corner + (letter == word[at] ? 0 : 1)
        corner = row[at + 1]
        row[at + 1] = min(change, corner + 1, row[at] + 1)
      }
    }
    return row[word.count]
  }
}
