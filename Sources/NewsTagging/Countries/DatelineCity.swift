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
    var found: UInt64?
    for at in word {
      let beginning = hash(word.lowerBound..<at, after: TokenHash.seed)
      let rest = at + 1..<word.upperBound
      var candidates = [hash(rest, after: beginning)]
      for letter in Self.letters {
        let extended = TokenHash.mix(beginning, letter)
        candidates.append(hash(rest, after: extended))
        candidates.append(hash(at..<word.upperBound, after: extended))
      }
      for city in candidates where NameRules.shared[city].contains(.datelineCity) {
        if let found, found != city { return nil }
        found = city
      }
    }
    return found
  }

  private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")

  /// ``TokenHash`` of a word whose beginning has one.
  private func hash(_ range: Range<Int>, after beginning: UInt64) -> UInt64 {
    range.reduce(beginning) { TokenHash.mix($0, lowercasedASCII(text[$1])) }
  }
}
