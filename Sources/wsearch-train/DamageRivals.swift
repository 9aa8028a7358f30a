import Foundation

/// Words that a damaged word may mean as well as a name: Obregon is like Oregon, and Creek like Greek.
struct DamageRivals {
  /// A name is hardly ever printed as a word that is less likely: e to the power of -10.
  private static let leastLikelihood = exp(-10.0)

  private let names: Spellings
  private let channel: DamageChannel

  init(names: [DamageCounts.Name], channel: DamageChannel) {
    self.names = Spellings(names.map(\.word))
    self.channel = channel
  }

  /// Those of some words that a name may be printed as.
  func among(_ words: [DamageCounts.Name]) -> [DamageCounts.Name] {
    let spellings = Spellings(words.map(\.word))
    let longest = (0..<names.count).map { names[$0].count } + words.map(\.word.utf8.count)
    let lattice = EditLattice(length: longest.max() ?? 0)
    return channel.probabilities.withUnsafeBufferPointer { channel in
      words.indices.filter { word in
        (0..<names.count).contains { name in
          likelihood(of: name, as: word, of: spellings, lattice, channel) >= Self.leastLikelihood
        }
      }.map { words[$0] }
    }
  }

  private func likelihood(
    of name: Int, as word: Int, of words: Spellings, _ lattice: EditLattice,
    _ channel: UnsafeBufferPointer<Double>
  ) -> Double {
    guard abs(names[name].count - words[word].count) <= 2 else { return 0 }
    return names.letters.withUnsafeBufferPointer { nameLetters in
      words.letters.withUnsafeBufferPointer { wordLetters in
        let pair = EditLattice.Pair(
          name: UnsafeBufferPointer(rebasing: nameLetters[names[name]]),
          word: UnsafeBufferPointer(rebasing: wordLetters[words[word]]), isCapitals: false)
        return lattice.probability(of: pair, channel)
      }
    }
  }
}
