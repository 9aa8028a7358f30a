package import TestSupport

/// Typing errors made and recognised.
package enum TypingErrors {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz".unicodeScalars)

  /// `word` with one letter added, left out, replaced, or swapped with its neighbour; never `word`
  /// itself.
  package static func damaged(_ word: String, using chance: inout SeededGenerator) -> String {
    var letters = Array(word.unicodeScalars)
    repeat {
      letters = Array(word.unicodeScalars)
      let place = Int.random(in: 0..<letters.count, using: &chance)
      let letter = Self.letters[Int.random(in: 0..<Self.letters.count, using: &chance)]
      switch Int.random(in: 0..<4, using: &chance) {
      case 0: letters.insert(letter, at: Int.random(in: 0...letters.count, using: &chance))
      case 1: letters.remove(at: place)
      case 2: letters[place] = letter
      default: letters.swapAt(place, min(place + 1, letters.count - 1))
      }
    } while letters.elementsEqual(word.unicodeScalars)
    return String(String.UnicodeScalarView(letters))
  }

  /// Whether one such error at most lies between two words, by trying each.
  static func areWithinOne(_ left: String, _ right: String) -> Bool {
    let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    if a == b { return true }
    guard abs(a.count - b.count) <= 1 else { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let (restA, restB) = (a[start...], b[start...])
    if restA.dropFirst().elementsEqual(restB) || restA.elementsEqual(restB.dropFirst()) {
      return true
    }
    if restA.dropFirst().elementsEqual(restB.dropFirst()) { return true }
    return restA.count >= 2 && restB.count >= 2
      && restA.prefix(2).elementsEqual(
        restB.prefix(2).reversed())
      && restA.dropFirst(2).elementsEqual(restB.dropFirst(2))
  }
}
