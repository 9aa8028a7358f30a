import Foundation
import Testing

@testable import Relevance

/// The measures of a ranking, against values worked out by hand.
struct RankingMeasuresTests {
  private func isClose(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-12 }

  /// Grades 3, 2 and 1; found at the ranks 2 and 4, the article of grade 1 never.
  ///
  /// Discounts are 1/log2(2…5) = 1, 0.6309…, 0.5, 0.4306…
  @Test func gainsArePartedByTheLogarithmOfTheRank() {
    let measures = RankingMeasures(of: ["x", "a", "y", "b"], grades: ["a": 2, "b": 3, "c": 1])
    let (second, fourth) = (1 / log2(3.0), 1 / log2(5.0))
    #expect(isClose(measures.gain, (2 * second + 3 * fourth) / (3 + 2 * second + 1 * 0.5)))
    #expect(isClose(measures.steepGain, (3 * second + 7 * fourth) / (7 + 3 * second + 1 * 0.5)))
    #expect(abs(measures.gain - 0.536_322) < 1e-6)
    #expect(abs(measures.steepGain - 0.522_478) < 1e-6)
  }

  @Test func precisionIsAveragedOverAllRelevantArticles() {
    let measures = RankingMeasures(of: ["x", "a", "y", "b"], grades: ["a": 2, "b": 3, "c": 1])
    #expect(isClose(measures.averagePrecision, (1.0 / 2 + 2.0 / 4) / 3))
    #expect(isClose(measures.recall, 2.0 / 3))
  }

  @Test func theBestOrderHasOneOfAll() {
    let measures = RankingMeasures(of: ["b", "a", "c", "x"], grades: ["a": 2, "b": 3, "c": 1])
    #expect(measures.gain == 1 && measures.steepGain == 1)
    #expect(measures.averagePrecision == 1 && measures.recall == 1)
  }

  @Test func whatIsFoundBehindTheDepthDoesNotCount() {
    let others = (1...100).map { "x\($0)" }
    let eleventh = RankingMeasures(of: others.prefix(10) + ["a"], grades: ["a": 1])
    #expect(eleventh.gain == 0 && eleventh.recall == 1)
    #expect(isClose(eleventh.averagePrecision, 1.0 / 11))
    let last = RankingMeasures(of: others + ["a"], grades: ["a": 1])
    #expect(last.recall == 0)
    #expect(isClose(last.averagePrecision, 1.0 / 101))
  }

  /// With more than ten relevant articles ten in front are the best that ten ranks can hold.
  @Test func theBestOrderIsCutAtTheSameDepth() {
    let relevant = (1...12).map { "a\($0)" }
    let grades = Dictionary(uniqueKeysWithValues: relevant.map { ($0, 1) })
    let measures = RankingMeasures(of: Array(relevant.prefix(10)), grades: grades)
    #expect(measures.gain == 1 && measures.steepGain == 1)
    #expect(isClose(measures.averagePrecision, 10.0 / 12))
  }

  @Test func nothingFoundIsZeroOfAll() {
    #expect(RankingMeasures(of: [], grades: ["a": 1]) == RankingMeasures())
    #expect(RankingMeasures(of: ["a"], grades: [:]) == RankingMeasures())
  }

  @Test func queriesWeighTheSame() {
    var one = RankingMeasures()
    (one.gain, one.steepGain, one.averagePrecision, one.recall) = (1, 0.5, 0.25, 1)
    let mean = RankingMeasures.mean(of: [one, RankingMeasures()])
    #expect(mean.gain == 0.5 && mean.steepGain == 0.25)
    #expect(mean.averagePrecision == 0.125 && mean.recall == 0.5)
    #expect(RankingMeasures.mean(of: []) == RankingMeasures())
  }
}
