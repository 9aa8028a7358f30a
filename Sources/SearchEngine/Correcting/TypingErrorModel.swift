/// How unlikely it is that somebody who means one word types another, in nats: the less the better.
///
/// A noisy channel (Kernighan, Church, Gale, COLING 1990): each error costs −ln of the share of its
/// kind and of the letter among those that it could have been. A letter left out or two swapped can
/// happen in one way at a place, a wrong one in twenty-five: hence the latter proves less. Shares
/// of kinds after Pollock and Zamora (CACM 1984): omission 34 %, insertion 28 %, substitution 26 %,
/// transposition 12 %. Wrong letters are often keyboard neighbours, one vowel for another, or a
/// neighbour doubled; first letters are seldom wrong (Yannakoudakis and Fawthrop, 1983).
enum TypingErrorModel {
  /// −ln of an error at this place of a word at all, one in twenty letters.
  static let anyError = 3.0
  static let omission = 1.08
  private static let insertion = 1.27
  private static let substitution = 1.35
  private static let transposition = 2.12
  /// For the letter: doubled, beside the right one on the keyboard, a vowel for a vowel, any other.
  private static let (doubled, beside, vowel, other) = (0.9, 2.5, 2.6, 4.4)
  private static let firstLetter = 1.5

  /// The cost of `typed` when `meant` was meant: the cheapest way over the alignments that
  /// ``EditDistance`` knows.
  static func cost(of typed: String, meant: String) -> Double {
    let (typed, meant) = (Array(typed.unicodeScalars), Array(meant.unicodeScalars))
    var beforeLast: [Double] = []
    var last = [0.0]
    for j in meant.indices { last.append(last[j] + omission(of: j, in: meant)) }
    for i in typed.indices {
      var row = [last[0] + insertion(of: i, in: typed)]
      for j in meant.indices {
        var best = min(
          last[j + 1] + insertion(of: i, in: typed), row[j] + omission(of: j, in: meant))
        best = min(best, last[j] + substitution(of: typed[i], for: meant[j], at: j))
        if i > 0, j > 0, typed[i] == meant[j - 1], typed[i - 1] == meant[j] {
          best = min(best, beforeLast[j - 1] + anyError + transposition + first(j - 1))
        }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[meant.count]
  }

  private static func first(_ place: Int) -> Double { place == 0 ? firstLetter : 0 }

  /// One of a doubled letter is left out most easily.
  private static func omission(of place: Int, in meant: [Unicode.Scalar]) -> Double {
    anyError + omission + first(place) - (isDoubled(place, in: meant) ? 1 : 0)
  }

  private static func insertion(of place: Int, in typed: [Unicode.Scalar]) -> Double {
    let letter = typed[place]
    let around = typed[max(0, place - 1)...min(place + 1, typed.count - 1)]
    let choice =
      isDoubled(place, in: typed)
      ? doubled : around.contains { areNeighbours($0, letter) } ? beside : other
    return anyError + insertion + choice + first(place)
  }

  private static func substitution(
    of typed: Unicode.Scalar, for meant: Unicode.Scalar, at place: Int
  ) -> Double {
    if typed == meant { return 0 }
    let choice =
      areNeighbours(typed, meant)
      ? beside : vowels.contains(typed) && vowels.contains(meant) ? vowel : other
    return anyError + substitution + choice + first(place)
  }

  private static func isDoubled(_ place: Int, in word: [Unicode.Scalar]) -> Bool {
    place > 0 && word[place - 1] == word[place]
      || place + 1 < word.count && word[place + 1] == word[place]
  }

  // MARK: Letters

  private static let vowels = Set("aeiouy".unicodeScalars)

  /// Rows of the QWERTY keyboard, each half a key further to the right.
  private static let keyboard = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]

  private static let keys: [Unicode.Scalar: (row: Int, column: Int)] = {
    var keys: [Unicode.Scalar: (row: Int, column: Int)] = [:]
    for (row, letters) in keyboard.enumerated() {
      for (column, letter) in letters.unicodeScalars.enumerated() { keys[letter] = (row, column) }
    }
    return keys
  }()

  private static func areNeighbours(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    guard one != other, let a = keys[one], let b = keys[other] else { return false }
    let (rows, columns) = (b.row - a.row, b.column - a.column)
    return rows == 0 ? abs(columns) == 1 : abs(rows) == 1 && (columns == 0 || columns == -rows)
  }
}
