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

  private var offices: [(letters: [UInt8], kinds: NameRules.Kinds)] = []

  private init() {
    for row in Gazetteer.nameRules.rows where row.count == 3 {
      let kinds = NameRules.Kinds.named[String(decoding: row[0], as: UTF8.self)] ?? []
      guard !kinds.isDisjoint(with: .anyOffice) else { continue }
      for word in row[1].split(separator: UInt8(ascii: "|")) where isOffice(word) {
        offices.append((Array(word), kinds))
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
    var found: NameRules.Kinds = []
    for office in offices where mayBe(office.letters, word, limit) {
      let errors = errors(between: office.letters, word)
      guard errors <= limit else { continue }
      (limit, found) = (errors - 1, office.kinds)
      if limit < 0 { break }
    }
    return found
  }

  /// Like lengths, and one end that is the same.
  private func mayBe(_ office: [UInt8], _ word: [UInt8], _ limit: Int) -> Bool {
    abs(office.count - word.count) <= limit
      && (office.first == word.first || office.suffix(2) == word.suffix(2))
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
