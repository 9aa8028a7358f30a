import NewsTagging

/// A linear-chain CRF under training: AdaGrad with an L1 penalty on what an example touches.
///
/// Lafferty, McCallum and Pereira (2001); Duchi, Hazan and Singer (2011).
struct ConditionalRandomField {
  let rowBits: Int
  private(set) var weights: [SIMD4<Float>]
  private(set) var transitions: [Float]
  private var squares: [SIMD4<Float>]
  private var transitionSquares: [Float]
  private let rate: Float
  private let penalty: Float

  init(rowBits: Int, rate: Float, penalty: Float) {
    self.rowBits = rowBits
    self.rate = rate
    self.penalty = penalty
    weights = Array(repeating: .zero, count: PersonFeatures.rowCount(rowBits: rowBits))
    squares = Array(
      repeating: SIMD4(repeating: 1e-6), count: PersonFeatures.rowCount(rowBits: rowBits))
    transitions = Array(repeating: 0, count: 25)
    transitionSquares = Array(repeating: 1e-6, count: 25)
    // A name goes on only where one began.
    for from in [PersonLabel.outside, .place, .organisation] {
      transitions[Int(from.rawValue) * 5 + Int(PersonLabel.inside.rawValue)] = -100
    }
  }

  /// One pass over the chains in an order drawn from `numbers`.
  mutating func learn(_ data: TrainingChains, order numbers: inout SeededNumbers) {
    for chain in data.chains.indices.shuffled(using: &numbers) {
      learn(data.chains[chain].words, data.chains[chain].weight, data)
    }
  }

  private mutating func learn(_ words: Range<Int>, _ weight: Float, _ data: TrainingChains) {
    let sums = ChainSums(emissions(words, data), transitions)
    for (at, word) in words.enumerated() {
      let gold = Int(data.labels[word])
      var gradient = sums.marginal(at)
      if gold > 0 { gradient[gold - 1] -= 1 }
      update(data.rows, word * PersonFeatures.count, gradient * weight)
    }
    updateTransitions(words, weight, sums, data)
  }

  private func emissions(_ words: Range<Int>, _ data: TrainingChains) -> [Float] {
    var emissions: [Float] = []
    emissions.reserveCapacity(words.count * 5)
    for word in words {
      var sum = SIMD4<Float>.zero
      for at in word * PersonFeatures.count..<(word + 1) * PersonFeatures.count {
        sum += weights[Int(data.rows[at])]
      }
      emissions.append(0)
      for label in 0..<4 { emissions.append(sum[label]) }
    }
    return emissions
  }

  @inline(__always)
  private mutating func update(_ rows: [UInt32], _ start: Int, _ gradient: SIMD4<Float>) {
    let square = gradient * gradient
    for at in start..<start + PersonFeatures.count {
      let row = Int(rows[at])
      squares[row] += square
      let pace = rate / squares[row].squareRoot()
      let moved = weights[row] - pace * gradient
      let slack = pace * penalty
      weights[row] = moved.shrunk(by: slack)
    }
  }

  private mutating func updateTransitions(
    _ words: Range<Int>, _ weight: Float, _ sums: ChainSums, _ data: TrainingChains
  ) {
    var gradient = sums.transitions()
    var before = 0
    for word in words {
      gradient[before * 5 + Int(data.labels[word])] -= 1
      before = Int(data.labels[word])
    }
    gradient[before * 5] -= 1
    for at in 0..<25 where transitions[at] > -50 {
      let slope = gradient[at] * weight
      transitionSquares[at] += slope * slope
      transitions[at] -= rate * slope / transitionSquares[at].squareRoot()
    }
  }
}

extension SIMD4<Float> {
  /// Each number moved towards 0 by `slack`, at most to 0.
  fileprivate func shrunk(by slack: SIMD4<Float>) -> SIMD4<Float> {
    let zero = SIMD4<Float>.zero
    return pointwiseMax(self - slack, zero) + pointwiseMin(self + slack, zero)
  }
}
