import Foundation

/// Forward and backward sums of one chain, which starts and ends in `outside`.
struct ChainSums {
  private let count: Int
  private var factors: [Float]
  private var inputs: [Float]
  private var forward: [Float]
  private var backward: [Float]

  /// - Parameter emissions: five sums of weights a word.
  init(_ emissions: [Float], _ transitions: [Float]) {
    count = emissions.count / 5
    factors = transitions.map { exp($0) }
    inputs = emissions
    for at in 0..<count {
      let top = emissions[at * 5..<at * 5 + 5].max() ?? 0
      for label in 0..<5 { inputs[at * 5 + label] = exp(emissions[at * 5 + label] - top) }
    }
    forward = Array(repeating: 0, count: count * 5)
    backward = forward
    runForward()
    runBackward()
  }

  private mutating func runForward() {
    var before: [Float] = [1, 0, 0, 0, 0]
    for at in 0..<count {
      var total: Float = 0
      for label in 0..<5 {
        var sum: Float = 0
        for from in 0..<5 { sum += before[from] * factors[from * 5 + label] }
        forward[at * 5 + label] = sum * inputs[at * 5 + label]
        total += forward[at * 5 + label]
      }
      for label in 0..<5 {
        forward[at * 5 + label] /= total
        before[label] = forward[at * 5 + label]
      }
    }
  }

  private mutating func runBackward() {
    for label in 0..<5 { backward[(count - 1) * 5 + label] = factors[label * 5] }
    for at in stride(from: count - 2, through: 0, by: -1) {
      var total: Float = 0
      for label in 0..<5 {
        var sum: Float = 0
        for to in 0..<5 {
          sum += factors[label * 5 + to] * inputs[at * 5 + 5 + to] * backward[at * 5 + 5 + to]
        }
        backward[at * 5 + label] = sum
        total += sum
      }
      for label in 0..<5 { backward[at * 5 + label] /= total }
    }
  }

  /// The probabilities of the four labels other than `outside`.
  func marginal(_ at: Int) -> SIMD4<Float> {
    var values = SIMD4<Float>.zero
    for label in 0..<4 {
      values[label] = forward[at * 5 + label + 1] * backward[at * 5 + label + 1]
    }
    return values / (values.sum() + forward[at * 5] * backward[at * 5])
  }

  /// Expected counts of the transitions, entering and leaving the chain included; from × to.
  func transitions() -> [Float] {
    var expected = [Float](repeating: 0, count: 25)
    let first = marginal(0)
    let last = marginal(count - 1)
    for label in 0..<4 {
      expected[label + 1] += first[label]
      expected[(label + 1) * 5] += last[label]
    }
    expected[0] += 2 - first.sum() - last.sum()
    for at in 1..<max(count, 1) { addPairs(at, to: &expected) }
    return expected
  }

  private func addPairs(_ at: Int, to expected: inout [Float]) {
    var pairs = [Float](repeating: 0, count: 25)
    var total: Float = 0
    for from in 0..<5 {
      for to in 0..<5 {
        let value =
          forward[(at - 1) * 5 + from] * factors[from * 5 + to] * inputs[at * 5 + to]
          * backward[at * 5 + to]
        pairs[from * 5 + to] = value
        total += value
      }
    }
    for pair in 0..<25 { expected[pair] += pairs[pair] / total }
  }
}
