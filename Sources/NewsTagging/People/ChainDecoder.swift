/// Finds the best labels of a chain and how likely each word is part of a person's name.
///
/// A word's five numbers, one a label, lie in the lanes of one vector; the last three are unused.
struct ChainDecoder {
  private let model: PersonModel
  private let features: PersonFeatures
  /// One a word of the chain.
  private var steps: [Step] = []

  private struct Step {
    /// Sums of weights, later their exponentials.
    var emission = SIMD8<Float>.zero
    var forward = SIMD8<Float>.zero
    /// The label that the best way to each label comes from.
    var from = SIMD8<UInt32>.zero
  }

  init(_ model: PersonModel) {
    self.model = model
    features = PersonFeatures(rowBits: model.rowBits)
  }

  /// What speaks for a person's name in informal texts beyond the model, which, true to the odds,
  /// leaves out three of five there: worth more found than some found wrongly.
  private static let informalBias: Float = 1

  /// Longer chains are rare.
  private static let usualRoom = 8

  /// Writes labels and P(person) of the chain's words.
  mutating func decode(
    _ chain: Range<Int>, of document: PeopleDocument, into labels: inout PersonLabels
  ) {
    assert(!chain.isEmpty && chain.upperBound <= document.words.count, "a chain of no words")
    if steps.count < chain.count {
      steps = Array(repeating: Step(), count: max(chain.count * 2, Self.usualRoom))
    }
    score(chain, of: document)
    follow(chain, &labels)
    weigh(chain, &labels.person)
  }

  private mutating func score(_ chain: Range<Int>, of document: PeopleDocument) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: PersonFeatures.count) { rows in
      guard let base = rows.baseAddress else { return }
      let bias = document.isInformal ? Self.informalBias : 0
      for word in chain {
        features.write(word, of: document, to: base)
        let sum = model.emission(base, PersonFeatures.count)
        steps[word - chain.lowerBound].emission = SIMD8(
          0, sum[0] + bias, sum[1] + bias, sum[2], sum[3], 0, 0, 0)
      }
    }
  }

  /// Viterbi; a chain is entered from and left to `outside`.
  private mutating func follow(_ chain: Range<Int>, _ labels: inout PersonLabels) {
    var best = model.transitions[0] + steps[0].emission
    for at in 1..<max(chain.count, 1) {
      var top = SIMD8<Float>(repeating: -.infinity)
      var source = SIMD8<UInt32>.zero
      for label in 0..<PersonLabel.count {
        let score = best[label] + model.transitions[label]
        let isBetter = score .> top
        top.replace(with: score, where: isBetter)
        source.replace(with: SIMD8(repeating: UInt32(label)), where: isBetter)
      }
      best = top + steps[at].emission
      steps[at].from = source
    }
    var label = Self.last(best, model.transitions)
    for at in chain.indices.reversed() {
      labels[at] = PersonLabel(rawValue: UInt8(label)) ?? .outside
      label = Int(steps[at - chain.lowerBound].from[label])
    }
  }

  private static func last(_ best: SIMD8<Float>, _ transitions: [SIMD8<Float>]) -> Int {
    var last = 0
    for label in 1..<PersonLabel.count
    where best[last] + transitions[last][0] < best[label] + transitions[label][0] {
      last = label
    }
    return last
  }

  /// Forward and backward sums, scaled a word at a time.
  private mutating func weigh(_ chain: Range<Int>, _ person: inout [Float]) {
    exponentiate(chain.count)
    steps[0].forward = Self.normalised(model.factors[0] * steps[0].emission)
    for at in 1..<max(chain.count, 1) {
      var sums = SIMD8<Float>.zero
      for label in 0..<PersonLabel.count {
        sums += steps[at - 1].forward[label] * model.factors[label]
      }
      steps[at].forward = Self.normalised(sums * steps[at].emission)
    }
    backward(chain, &person)
  }

  private func backward(_ chain: Range<Int>, _ person: inout [Float]) {
    let into = model.factorsInto
    var behind = into[0]
    for at in chain.indices.reversed() {
      let step = steps[at - chain.lowerBound]
      let share = step.forward * behind
      let total = Self.sum(share)
      person[at] = total > 0 ? (share[1] + share[2]) / total : 0
      let weights = step.emission * behind
      var ahead = SIMD8<Float>.zero
      for label in 0..<PersonLabel.count { ahead += into[label] * weights[label] }
      behind = ahead / max(Self.sum(ahead), .leastNormalMagnitude)
    }
  }

  private mutating func exponentiate(_ count: Int) {
    for at in 0..<count {
      let word = steps[at].emission
      let top = max(max(word[0], word[1]), max(word[2], word[3]), word[4])
      steps[at].emission = ChainMath.exponential(word - top)
    }
  }

  @inline(__always)
  private static func normalised(_ values: SIMD8<Float>) -> SIMD8<Float> {
    values * (1 / max(sum(values), .leastNormalMagnitude))
  }

  /// The unused lanes left out.
  @inline(__always)
  private static func sum(_ values: SIMD8<Float>) -> Float {
    values[0] + values[1] + values[2] + values[3] + values[4]
  }
}
