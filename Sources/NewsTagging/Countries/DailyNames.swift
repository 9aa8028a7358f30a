internal import IndexDefinition

/// The name that papers print daily which a damaged word means: `Hrltlsh`, `Itusslan`, `Uermany`
/// (`gazetteers/daily-names.tsv`).
///
/// A word and a name are compared letter by letter: of six letters one may be another that looks alike, of seven
/// two and the first, of nine three. The first, which is the largest and damaged most, may be any, and two letters may stand
/// for it, where the others say more. A word costs a comparison with each name of its length, some twenty.
struct DailyNames: Sendable {
  static let shared = DailyNames()

  /// The longest name.
  private static let longest = 16
  /// Letters that a capital falls apart into: Itussian.
  private static let strokes = Set("ltijf".utf8)

  private struct Name: Sendable {
    let letters: [UInt8]
    let hash: UInt64
  }

  /// The names of each length.
  private var names = [[Name]](repeating: [], count: longest + 1)

  private init() {
    for row in Gazetteer.dailyNames.rows where row.count == 2 {
      for word in row[1].split(separator: UInt8(ascii: " ")) {
        let name = Name(letters: Array(word), hash: word.reduce(TokenHash.seed, TokenHash.mix))
        names[name.letters.count].append(name)
      }
    }
  }

  /// The ``TokenHash`` of the name that a word of ASCII letters means; nil for none.
  func meant(by word: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard 6..<Self.longest ~= word.count else { return nil }
    for name in names[word.count] where isMeant(name.letters, by: word, in: text) {
      return name.hash
    }
    let isFirst = { Self.strokes.contains(text[word.lowerBound + $0] | 0x20) }
    guard word.count > 7, isFirst(0), isFirst(1) else { return nil }
    let rest = word.dropFirst(2)
    return names[word.count - 1].first {
      mistakes(rest, $0.letters.dropFirst(), text).map { $0 < 2 } ?? false
    }?.hash
  }

  private func isMeant(
    _ name: [UInt8], by word: Range<Int>, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let rest = mistakes(word.dropFirst(), name.dropFirst(), text) else { return false }
    let first = text[word.lowerBound] | 0x20
    if first != name[0], !LookalikeLetters.isTaken(first, for: name[0]) {
      return word.count > 6 && rest <= (word.count < 8 ? 0 : 1)
    }
    if word.count < 7 { return rest + (first == name[0] ? 0 : 1) < 2 }
    return rest < (word.count < 9 ? 3 : 4)
  }

  /// How many letters are others that look alike; nil where one is not.
  private func mistakes(
    _ word: Range<Int>, _ name: ArraySlice<UInt8>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var count = 0
    for (at, letter) in zip(word, name) where text[at] | 0x20 != letter {
      guard LookalikeLetters.isTaken(text[at] | 0x20, for: letter) else { return nil }
      count += 1
    }
    return count
  }
}
