/// The words behind the ranks: English function words first, then words spelt from syllables.
///
/// A rank has one spelling and a spelling one rank, so document frequencies follow the law that
/// ranks are drawn by.
enum Vocabulary {
  static let functionWords = """
    the of to and a in that is was for on it with as he be by at his from are this have an or had
    not but were which they their has been its more who one will when would there all said we her
    about up out if other so what some can into than them these two may after no first over time
    also new could last year such people only between through because under while during before
    against years most many where well since both even how our did still those being much down
    should very just any made where each same according government president minister
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let consonants = Array("bcdfghjklmnprstvwxyz".utf8)
  private static let vowels = Array("aeiou".utf8)

  /// The word of a rank from 0; three syllables reach beyond a million ranks.
  static func word(rank: Int) -> [UInt8] {
    if rank < functionWords.count { return Array(functionWords[rank].utf8) }
    var number = rank - functionWords.count
    var letters: [UInt8] = []
    repeat {
      let syllable = number % 100
      letters += [consonants[syllable / 5], vowels[syllable % 5]]
      number = number / 100 - 1
    } while number >= 0
    return letters + [UInt8(ascii: "n")]
  }
}
