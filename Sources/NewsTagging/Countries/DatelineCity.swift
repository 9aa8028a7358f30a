/// Finds the city that a damaged word of a dateline means: `PARlS`, `Lodon`, `LONDON1`.
///
/// A dateline's form says that a city is printed there, so any letter may be the wrong one; of all cities
/// only those that news is sent from are tried (`dateline-city` in `name-rules.tsv`).
struct DatelineCity {
  /// Letters of a word that are too few to tell a city by all but one, and more than any has.
  private static let lengths = 4...14

  private let text: UnsafeBufferPointer<UInt8>

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  /// The ``TokenHash`` of the city's name, nil where there is none or more than one.
  func meant(by word: Range<Int>) -> UInt64? {
    guard Self.lengths.contains(word.count), word.allSatisfy({ text[$0] < 0x80 }) else {
      return nil
    }
    var found: Set<UInt64> = []
    for at in word {
      let beginning = hash(word.lowerBound..<at, after: TokenHash.seed)
      let rest = at + 1..<word.upperBound
      note(hash(rest, after: beginning), &found)
      for letter in Self.letters {
        let extended = TokenHash.mix(beginning, letter)
        note(hash(rest, after: extended), &found)
        note(hash(at..<word.upperBound, after: extended), &found)
      }
    }
    return found.count == 1 ? found.first : nil
  }

  private func note(_ city: UInt64, _ found: inout Set<UInt64>) {
    if NameRules.shared[city].contains(.datelineCity) { found.insert(city) }
  }

  private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")

  /// ``TokenHash`` of a word whose beginning has one.
  private func hash(_ range: Range<Int>, after beginning: UInt64) -> UInt64 {
    range.reduce(beginning) { TokenHash.mix($0, lowercasedASCII(text[$1])) }
  }
}
