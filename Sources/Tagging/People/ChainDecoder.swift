/// Finds the best labels of a chain and how likely each word is part of a person's name.
struct ChainDecoder {
  private let model: PersonModel
  private let features: PersonFeatures
  private let factors: [Float]
  private var rows: [UInt32] = Array(repeating: 0, count: PersonFeatures.count)
  /// Per word five sums of weights.
  private var emissions: [Float] = []
  private var best: [Float] = []
  private var from: [UInt8] = []
  private var forward: [Float] = []

  init(_ model: PersonModel) {
    self.model = model
    features = PersonFeatures(rowBits: model.rowBits)
    factors = model.transitions.map { $0 < -50 ? 0 : ChainMath.exponential($0) }
  }

  /// Writes labels and P(person) of the chain's words.
  mutating func decode(
    _ chain: Range<Int>, of document: PeopleDocument, into labels: inout PersonLabels
  ) {
    score(chain, of: document)
    follow(chain, &labels)
    weigh(chain, &labels.person)
  }

  private mutating func score(_ chain: Range<Int>, of document: PeopleDocument) {
    let size = chain.count * PersonLabel.count
    if emissions.count < size {
      emissions = Array(repeating: 0, count: 2 * size)
      best = emissions
      forward = emissions
      from = Array(repeating: 0, count: 2 * size)
    }
    rows.withUnsafeMutableBufferPointer { rows in
      guard let base = rows.baseAddress else { return }
      for (at, word) in chain.enumerated() {
        features.write(word, of: document, to: base)
        let sum = model.emission(base, PersonFeatures.count)
        for label in 0..<4 { emissions[at * 5 + label + 1] = sum[label] }
        emissions[at * 5] = 0
      }
    }
  }

  /// Viterbi; a chain is entered from and left to `outside`.
  private mutating func follow(_ chain: Range<Int>, _ labels: inout PersonLabels) {
    for label in 0..<5 { best[label] = model.transitions[label] + emissions[label] }
    for at in 1..<max(chain.count, 1) {
      for label in 0..<5 {
        var top = -Float.infinity
        var source = 0
        for previous in 0..<5 {
          let score = best[(at - 1) * 5 + previous] + model.transitions[previous * 5 + label]
          if score > top {
            top = score
            source = previous
          }
        }
        best[at * 5 + label] = top + emissions[at * 5 + label]
        from[at * 5 + label] = UInt8(source)
      }
    }
    let last = chain.count - 1
    var label =
      (0..<5).max {
        best[last * 5 + $0] + model.transitions[$0 * 5]
          < best[last * 5 + $1] + model.transitions[$1 * 5]
      } ?? 0
    for at in stride(from: last, through: 0, by: -1) {
      labels[chain.lowerBound + at] = PersonLabel(rawValue: UInt8(label)) ?? .outside
      label = Int(from[at * 5 + label])
    }
  }

  /// Forward and backward sums, scaled a word at a time.
  private mutating func weigh(_ chain: Range<Int>, _ person: inout [Float]) {
    let count = chain.count
    exponentiate(count)
    for label in 0..<5 { forward[label] = factors[label] * emissions[label] }
    Self.normalise(&forward, 0)
    for at in 1..<max(count, 1) {
      for label in 0..<5 {
        var sum: Float = 0
        for previous in 0..<5 {
          sum += forward[(at - 1) * 5 + previous] * factors[previous * 5 + label]
        }
        forward[at * 5 + label] = sum * emissions[at * 5 + label]
      }
      Self.normalise(&forward, at * 5)
    }
    backward(chain, &person)
  }

  private mutating func backward(_ chain: Range<Int>, _ person: inout [Float]) {
    var behind = SIMD8<Float>(
      factors[0], factors[5], factors[10], factors[15], factors[20], 0, 0, 0)
    for at in stride(from: chain.count - 1, through: 0, by: -1) {
      var total: Float = 0
      for label in 0..<5 { total += forward[at * 5 + label] * behind[label] }
      let named = forward[at * 5 + 1] * behind[1] + forward[at * 5 + 2] * behind[2]
      person[chain.lowerBound + at] = total > 0 ? named / total : 0
      var ahead = SIMD8<Float>(repeating: 0)
      for label in 0..<5 {
        for next in 0..<5 {
          ahead[label] += factors[label * 5 + next] * emissions[at * 5 + next] * behind[next]
        }
      }
      behind = ahead / max(ahead.sum(), .leastNormalMagnitude)
    }
  }

  private mutating func exponentiate(_ count: Int) {
    for at in 0..<count {
      var top: Float = 0
      for label in 1..<5 { top = max(top, emissions[at * 5 + label]) }
      for label in 0..<5 {
        emissions[at * 5 + label] = ChainMath.exponential(emissions[at * 5 + label] - top)
      }
    }
  }

  private static func normalise(_ values: inout [Float], _ at: Int) {
    var sum: Float = 0
    for label in 0..<5 { sum += values[at + label] }
    let scale = 1 / max(sum, .leastNormalMagnitude)
    for label in 0..<5 { values[at + label] *= scale }
  }
}

/// Arithmetic that needs no C library and gives the same bits everywhere.
package enum ChainMath {
  /// e^x to seven digits for x of -87 to 88: 2^k times a polynomial (Cephes' expf).
  @inline(__always)
  package static func exponential(_ x: Float) -> Float {
    guard x > -87 else { return 0 }
    let k = (x * 1.442_695).rounded()
    let r = x - k * 0.693_359_375 + k * 2.121_944_4e-4
    var p: Float = 1.987_569_2e-4
    p = p * r + 1.398_199_9e-3
    p = p * r + 8.333_452e-3
    p = p * r + 4.166_579_6e-2
    p = p * r + 1.666_666_5e-1
    p = p * r + 0.5
    p = p * r * r + r + 1
    return p * Float(bitPattern: UInt32(Int32(k) + 127) << 23)
  }
}
