import Foundation

/// Word vectors: continuous bag of words with negative sampling, window 2.
///
/// Mikolov et al. (2013).
struct WordVectors {
  /// A vector is four of them in a row: 64 numbers.
  typealias Quarter = SIMD16<Float>

  private var inputs: [Quarter]
  private var outputs: [Quarter]
  private var negatives: [Int32] = []
  private let rate: Float = 0.05

  init(words: Int, numbers: inout SeededNumbers) {
    outputs = Array(repeating: .zero, count: words * 4)
    inputs = outputs
    for at in inputs.indices {
      for number in 0..<16 { inputs[at][number] = (numbers.fraction() - 0.5) / 64 }
    }
  }

  /// The vectors of all words, each of length 1, 64 numbers after the other.
  var unitVectors: [Quarter] {
    var unit = inputs
    for word in stride(from: 0, to: unit.count, by: 4) {
      let squares = (0..<4).reduce(Quarter.zero) { $0 + unit[word + $1] * unit[word + $1] }
      let length = max(squares.sum().squareRoot(), 1e-6)
      for part in word..<word + 4 { unit[part] /= length }
    }
    return unit
  }

  /// - Parameter text: words as rows, -1 between sentences.
  mutating func learn(_ text: [Int32], epochs: Int, numbers: inout SeededNumbers) {
    let keep = prepare(text)
    for epoch in 0..<epochs {
      var kept: [Int32] = []
      kept.reserveCapacity(text.count)
      for word in text where word < 0 || numbers.fraction() < keep[Int(word)] { kept.append(word) }
      for at in kept.indices where kept[at] >= 0 {
        let done = (Float(epoch) + Float(at) / Float(kept.count)) / Float(epochs)
        learn(kept, at, rate * max(1 - done, 0.001), &numbers)
      }
    }
  }

  /// The table that negatives are drawn from (counts to the power of 3/4), and the share of each
  /// word's occurrences that are kept.
  private mutating func prepare(_ text: [Int32]) -> [Float] {
    var counts = [Float](repeating: 0, count: inputs.count / 4)
    for word in text where word >= 0 { counts[Int(word)] += 1 }
    let powers = counts.map { pow($0, 0.75) }
    let unit = powers.reduce(0, +) / 4_000_000
    for (word, power) in powers.enumerated() {
      negatives += Array(repeating: Int32(word), count: max(1, Int(power / unit)))
    }
    let threshold = 1e-3 * counts.reduce(0, +)
    return counts.map { min(1, (threshold / max($0, 1)).squareRoot()) }
  }

  private mutating func learn(
    _ text: [Int32], _ at: Int, _ rate: Float, _ numbers: inout SeededNumbers
  ) {
    var mean = (Quarter.zero, Quarter.zero, Quarter.zero, Quarter.zero)
    var around: Float = 0
    for near in max(0, at - 2)...min(text.count - 1, at + 2) where near != at && text[near] >= 0 {
      let row = Int(text[near]) * 4
      around += 1
      mean.0 += inputs[row]
      mean.1 += inputs[row + 1]
      mean.2 += inputs[row + 2]
      mean.3 += inputs[row + 3]
    }
    guard around > 0 else { return }
    let share = 1 / around
    mean = (mean.0 * share, mean.1 * share, mean.2 * share, mean.3 * share)
    let change = learn(Int(text[at]), mean, rate, &numbers)
    for near in max(0, at - 2)...min(text.count - 1, at + 2) where near != at && text[near] >= 0 {
      let row = Int(text[near]) * 4
      inputs[row] += change.0
      inputs[row + 1] += change.1
      inputs[row + 2] += change.2
      inputs[row + 3] += change.3
    }
  }

  private typealias Vector = (Quarter, Quarter, Quarter, Quarter)

  /// Draws the outputs of `word` nearer to the mean of its neighbours and those of five others
  /// away; what the neighbours are to change by.
  private mutating func learn(
    _ word: Int, _ mean: Vector, _ rate: Float, _ numbers: inout SeededNumbers
  ) -> Vector {
    var change = (Quarter.zero, Quarter.zero, Quarter.zero, Quarter.zero)
    for draw in 0..<6 {
      let other = Int(negatives[Int(numbers.next() % UInt64(negatives.count))])
      if draw > 0, other == word { continue }
      let row = 4 * (draw == 0 ? word : other)
      let product =
        (mean.0 * outputs[row] + mean.1 * outputs[row + 1] + mean.2 * outputs[row + 2]
        + mean.3 * outputs[row + 3]).sum()
      let slope = ((draw == 0 ? 1 : 0) - 1 / (1 + exp(-product))) * rate
      change.0 += slope * outputs[row]
      change.1 += slope * outputs[row + 1]
      change.2 += slope * outputs[row + 2]
      change.3 += slope * outputs[row + 3]
      outputs[row] += slope * mean.0
      outputs[row + 1] += slope * mean.1
      outputs[row + 2] += slope * mean.2
      outputs[row + 3] += slope * mean.3
    }
    return change
  }
}
