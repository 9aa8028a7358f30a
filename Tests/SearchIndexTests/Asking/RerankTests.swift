import Foundation
import Testing

@testable import SearchEngine
@testable import SearchIndex

/// The third stage over vectors small enough to work out by hand.
struct RerankTests {
  private let idf = [2.0, 1.0, 3.0]
  private let burst = [1.0, 1.5, 2.0]

  @Test func feedbackLiftsHitsThatShareTheBestHitsWords() {
    let vectors = [
      StemVector(stems: [0, 1], weights: [1, 0.5]), StemVector(stems: [0, 2], weights: [0.8, 1]),
      StemVector(stems: [1], weights: [1]),
    ]
    let scores = [10.0, 9, 8]
    let u = scores.map { exp(15 * ($0 / 10 - 1)) }
    // Stem 2 is in one hit only and brings nothing.
    let first = 2 * (u[0] * 1 + u[1] * 0.8)
    let second = 1 * (u[0] * 0.5 + u[2] * 1)
    let gain = [first / (first + second) * 2 * 1, second / (first + second) * 1 * 1.5]
    let expected = [
      10 + 0.2 * 4 * (gain[0] * 1 + gain[1] * 0.5), 9 + 0.2 * 4 * gain[0] * 0.8,
      8 + 0.2 * 4 * gain[1],
    ]
    let got = Feedback(idf: idf, burst: burst, stems: ["a", "b", "c"])
      .scores(scores, vectors: vectors, queryLength: 4)
    for (got, expected) in zip(got, expected) { #expect(abs(got - expected) < 1e-12) }
  }

  @Test func feedbackKeepsTwentyTermsTiesByTerm() {
    let count = 25
    let names = (0..<count).map { String(UnicodeScalar(UInt8(97 + (count - 1 - $0)))) }
    let vector = StemVector(
      stems: Array(0..<count), weights: [Double](repeating: 1, count: count))
    let ones = [Double](repeating: 1, count: count)
    let terms = Feedback(idf: ones, burst: ones, stems: names).terms([5, 5], [vector, vector])
    #expect(terms.map { names[$0.stem] } == Array(names.sorted().prefix(20)))
  }

  @Test func smoothingLeansOnTheNearest() {
    let vectors = [
      StemVector(stems: [0, 1], weights: [1, 1]), StemVector(stems: [0, 2], weights: [1, 0.1]),
      StemVector(stems: [2], weights: [1]),
    ]
    // v1 = (2, 1, 0) / √5, v2 = (2, 0, .3) / √4.09, v3 = (0, 0, 1)
    let near = 4 / (5.0.squareRoot() * 4.09.squareRoot())
    let far = 0.3 / 4.09.squareRoot()
    let cosines = Smoothing.cosines(vectors, idf: idf)
    #expect(abs(cosines[0][1] - near) < 1e-12)
    #expect(abs(cosines[2][1] - far) < 1e-12)
    #expect(cosines[0][2] == 0)
    // The first two are near-copies of each other (cosine .88) and pass each other over.
    let scores = Smoothing.scores([5, 4, 3], vectors: vectors, idf: idf)
    #expect(near > 0.8)
    #expect(scores[0] == 5)
    #expect(abs(scores[1] - (0.7 * 4 + 0.3 * 3)) < 1e-12)
    #expect(abs(scores[2] - (0.7 * 3 + 0.3 * 4)) < 1e-12)
  }

  @Test func onlyTheFiveNearestCount() {
    #expect(
      Smoothing.nearest(to: 0, [0, 0.1, 0.3, 0.81, 0.2, 0.3, 0.7, 0.05, 0]) == [6, 2, 5, 4, 1])
  }
}
