/// The words behind the ranks: English function words first, then words spelt from syllables.
///
/// A rank has one spelling and a spelling one rank, so document frequencies follow the law that
/// ranks are drawn by.
enum Vocabulary {
  private static let functionWords = """
    the of to and a in that is was for on it with as he be by at his from are this have an or had
    not but were which they their has been its more who one will when would there all said we her
    about up out if other so what some can into than them these two may after no first over time
    also new could last year such people only between through because under while during before
    against years most many where well since both even how our did still those being much down
    should very just any made where each same according government president minister
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }

  private static let consonants = Array("bcdfghjklmnprstvwxyz".utf8)
  private static let vowels = Array("aeiou".utf8)

  /// Appends the word of a rank from 0; three syllables reach beyond a million ranks.
  static func append(rank: Int, to text: inout [UInt8]) {
    if rank < functionWords.count {
      text += functionWords[rank]
      return
    }
    var number = rank - functionWords.count
    repeat {
      let syllable = number % 100
      text.append(consonants[syllable / 5])
      text.append(vowels[syllable % 5])
      number = number / 100 - 1
    } while number >= 0
    text.append(UInt8(ascii: "n"))
  }
}
