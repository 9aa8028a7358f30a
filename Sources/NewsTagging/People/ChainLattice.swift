/// A word's five numbers, one a label, lie in the lanes of one vector; the last three are unused.
struct ChainStep {
  /// Sums of weights, later their exponentials.
  var emission: SIMD8<Float>
  var forward = SIMD8<Float>.zero
  /// The label that the best way to each label comes from.
  var from = SIMD8<UInt32>.zero
}

/// The ways through one chain.
struct ChainLattice {
  let model: PersonModel
  /// One a word, at least one; the decoder's, and valid while it decodes.
  let steps: UnsafeMutableBufferPointer<ChainStep>

  /// Writes the labels of the best way, by Viterbi; a chain is entered from and left to `outside`.
  func follow(_ labels: UnsafeMutableBufferPointer<PersonLabel>) {
    var best = model.transitions[0] + steps[0].emission
    for at in 1..<steps.count {
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
    var label = Self.highest(best + model.transitionsToOutside)
    for at in steps.indices.reversed() {
      labels[at] = PersonLabel(rawValue: UInt8(label)) ?? .outside
      label = Int(steps[at].from[label])
    }
  }

  /// The first of equals.
  @inline(__always)
  private static func highest(_ scores: SIMD8<Float>) -> Int {
    var (highest, top) = (0, scores[0])
    for label in 1..<PersonLabel.count where top < scores[label] {
      (highest, top) = (label, scores[label])
    }
    return highest
  }

  /// Writes P(person), by forward and backward sums, scaled a word at a time; takes the exponentials of the
  /// emissions.
  func weigh(_ person: UnsafeMutableBufferPointer<Float>) {
    exponentiate()
    steps[0].forward = Self.normalised(model.factors[0] * steps[0].emission)
    for at in 1..<steps.count {
      var sums = SIMD8<Float>.zero
      for label in 0..<PersonLabel.count {
        sums += steps[at - 1].forward[label] * model.factors[label]
      }
      steps[at].forward = Self.normalised(sums * steps[at].emission)
    }
    backward(person)
  }

  @inline(__always)
  private func backward(_ person: UnsafeMutableBufferPointer<Float>) {
    let into = model.factorsInto
    var behind = into[0]
    for at in steps.indices.reversed() {
      let step = steps[at]
      let share = step.forward * behind
      let total = Self.sum(share)
      person[at] = total > 0 ? (share[1] + share[2]) / total : 0
      if at == 0 { return }
      let weights = step.emission * behind
      var ahead = SIMD8<Float>.zero
      for label in 0..<PersonLabel.count { ahead += into[label] * weights[label] }
      behind = ahead / max(Self.sum(ahead), .leastNormalMagnitude)
    }
  }

  @inline(__always)
  private func exponentiate() {
    for at in steps.indices {
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
