/// How likely a letter, or a word's end, follows two others in words that are no damaged names: a trigram model.
///
/// What follows a pair was seen seldom; to it come ten times what follows its second letter.
struct LetterTrigrams {
  /// The letters and one more: what stands before a word, and behind it.
  static let symbols = 27
  static let edge = 26

  /// One a trigram, the context's first symbol slowest.
  private(set) var probabilities: [Double]

  /// - Parameter weights: how often each word counts.
  init(_ words: Spellings, weights: [Double]) {
    probabilities = Array(repeating: 0.02, count: Self.symbols * Self.symbols * Self.symbols)
    var bigrams = Array(repeating: 0.5, count: Self.symbols * Self.symbols)
    for (word, weight) in weights.enumerated() {
      Self.forEach(words.letters[words[word]]) { context, next in
        probabilities[context * Self.symbols + next] += weight
        bigrams[context % Self.symbols * Self.symbols + next] += weight
      }
    }
    normalise(bigrams)
  }

  private mutating func normalise(_ bigrams: [Double]) {
    for second in 0..<Self.symbols {
      let row = bigrams[second * Self.symbols..<(second + 1) * Self.symbols]
      let sum = row.reduce(0, +)
      for first in 0..<Self.symbols {
        let start = (first * Self.symbols + second) * Self.symbols
        for next in 0..<Self.symbols {
          probabilities[start + next] += 10 * row[row.startIndex + next] / sum
        }
        let all = probabilities[start..<start + Self.symbols].reduce(0, +)
        for next in start..<start + Self.symbols { probabilities[next] /= all }
      }
    }
  }

  /// How likely a word has these letters.
  func probability(of word: ArraySlice<UInt8>) -> Double {
    var product = 1.0
    Self.forEach(word) { product *= probabilities[$0 * Self.symbols + $1] }
    return product
  }

  /// The two symbols before each letter and before the end, as one number, and what follows them.
  @inline(__always)
  private static func forEach(
    _ word: ArraySlice<UInt8>, _ use: (_ context: Int, _ next: Int) -> Void
  ) {
    var context = edge * symbols + edge
    for letter in word {
      use(context, Int(letter))
      context = context % symbols * symbols + Int(letter)
    }
    use(context, edge)
  }
}
