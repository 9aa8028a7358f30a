/// Learns a channel from words of which nobody says whether they are damaged names, by expectation maximisation
/// (Dempster, Laird and Rubin, 1977): what they may be tells how letters are damaged, and that what they may be.
///
/// A word is a name, drawn by how often it is printed and sent through the channel, or else one of its own, whose
/// letters follow each other by a trigram model.
struct DamageLearning {
  private let names: Spellings
  /// The share of each name among all names printed.
  private let priors: [Double]
  private let words: Spellings
  private let isCapitals: [Bool]
  private let counts: [Double]
  /// The first name of each length and of more letters.
  private let lengths: [Int]
  private let lattice: EditLattice

  private(set) var channel = DamageChannel()
  private(set) var trigrams: LetterTrigrams
  /// How likely each word is a damaged name.
  private var chances: [Double]

  /// The share of damaged names among words that nobody knows: set, not learnt.
  static let rate = 0.04
  /// So often at most a word counts for the trigrams, which are to tell rare words.
  private static let mostOccurrences = 3.0
  /// More letters lost or won leave no name to be known by.
  private static let mostAdded = 2

  /// - Parameters:
  ///   - names: by ascending length.
  ///   - words: those that nobody knows.
  init(names: [DamageCounts.Name], words: [DamageCounts.UnknownWord]) {
    self.names = Spellings(names.map(\.word))
    self.words = Spellings(words.map(\.word))
    let all = Double(names.reduce(0) { $0 + $1.count })
    priors = names.map { Double($0.count) / all }
    isCapitals = words.map(\.isCapitals)
    counts = words.map { Double($0.count) }
    let most = (names.map(\.word) + words.map(\.word)).map(\.utf8.count).max() ?? 0
    lengths = (0...most + Self.mostAdded + 1).map { length in
      names.firstIndex { $0.word.utf8.count >= length } ?? names.count
    }
    lattice = EditLattice(length: most)
    chances = Array(repeating: 0, count: words.count)
    trigrams = LetterTrigrams(self.words, weights: counts.map { min($0, Self.mostOccurrences) })
  }

  /// One step of expectation maximisation.
  mutating func step() {
    var edits = Array(repeating: 0.0, count: LetterEdits.count)
    channel.probabilities.withUnsafeBufferPointer { channel in
      for word in 0..<words.count { expect(word, channel, &edits) }
    }
    channel = DamageChannel(expected: edits)
    trigrams = LetterTrigrams(
      words, weights: zip(counts, chances).map { min($0 * (1 - $1), Self.mostOccurrences) })
  }

  /// What a word is to be expected to mean, and the edits by which it became what it is.
  ///
  /// Doubtful words teach nothing, nor do short names, which many words are like; a frequent word counts five times
  /// at most, so that none decides alone.
  private mutating func expect(
    _ word: Int, _ channel: UnsafeBufferPointer<Double>, _ edits: inout [Double]
  ) {
    let own = trigrams.probability(of: words.letters[words[word]]) * (1 - Self.rate)
    let (sum, best) = likelihoods(word, channel)
    chances[word] = sum / (sum + own)
    guard let best else { return }
    let share = best.likelihood / (sum + own)
    guard share >= 0.9, names[best.name].count >= 6 else { return }
    withPair(best.name, word) {
      lattice.addEdits(of: $0, weight: min(counts[word], 5) * share, channel, to: &edits)
    }
  }

  /// How likely a word is a damaged name, together, and of the likeliest alone.
  private func likelihoods(
    _ word: Int, _ channel: UnsafeBufferPointer<Double>
  ) -> (sum: Double, best: (name: Int, likelihood: Double)?) {
    var sum = 0.0
    var best: (name: Int, likelihood: Double)?
    let length = words[word].count
    let candidates = lengths[max(length - Self.mostAdded, 0)]..<lengths[length + Self.mostAdded + 1]
    for name in candidates where sharesLetters(name, words.sets[word]) {
      let likelihood =
        withPair(name, word) { lattice.probability(of: $0, channel) } * priors[name] * Self.rate
      sum += likelihood
      if likelihood > best?.likelihood ?? 0 { best = (name, likelihood) }
    }
    return (sum, best)
  }

  /// Whether a word has half of a name's letters.
  @inline(__always)
  private func sharesLetters(_ name: Int, _ set: UInt32) -> Bool {
    (names.sets[name] & set).nonzeroBitCount * 2 >= names.sets[name].nonzeroBitCount
  }

  @inline(__always)
  private func withPair<Answer>(
    _ name: Int, _ word: Int, _ use: (EditLattice.Pair) -> Answer
  ) -> Answer {
    names.letters.withUnsafeBufferPointer { names in
      words.letters.withUnsafeBufferPointer { words in
        use(
          EditLattice.Pair(
            name: UnsafeBufferPointer(rebasing: names[self.names[name]]),
            word: UnsafeBufferPointer(rebasing: words[self.words[word]]),
            isCapitals: isCapitals[word]))
      }
    }
  }
}
