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
    /// Which letters it has, a bit each.
    let set: UInt32
    let kinds: NameRules.Kinds
  }

  private var offices: [Office] = []

  private init() {
    for row in Gazetteer.nameRules.rows where row.count == 3 {
      let kinds = NameRules.Kinds.named[String(decoding: row[0], as: UTF8.self)] ?? []
      guard !kinds.isDisjoint(with: .anyOffice) else { continue }
      for word in row[1].split(separator: UInt8(ascii: "|")) where isOffice(word) {
        offices.append(Office(letters: Array(word), set: Self.set(of: word), kinds: kinds))
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
    let set = Self.set(of: word)
    var found: NameRules.Kinds = []
    for office in offices where mayBe(office, word, set, limit) {
      let errors = errors(between: office.letters, word)
      guard errors <= limit else { continue }
      (limit, found) = (errors - 1, office.kinds)
      if limit < 0 { break }
    }
    return found
  }

  /// Like lengths, few letters that the other lacks, and one end that is the same.
  @inline(__always)
  private func mayBe(_ office: Office, _ word: [UInt8], _ set: UInt32, _ limit: Int) -> Bool {
    abs(office.letters.count - word.count) <= limit
      && (office.set & ~set).nonzeroBitCount <= limit
      && (set & ~office.set).nonzeroBitCount <= limit
      && (office.letters.first == word.first || office.letters.suffix(2) == word.suffix(2))
  }

  private static func set(of word: some Sequence<UInt8>) -> UInt32 {
    word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
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
