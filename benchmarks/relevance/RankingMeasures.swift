internal import OperatingSystem

/// How good one query's ranking is, by its judgements: the definitions of trec_eval 9.
///
///     nDCG@10     = Σ gain(i) / log2(i + 1) over the first 10, by that of the best order there is
///     MAP         = Σ precision(i) over the ranks i of relevant articles, by all relevant ones
///     recall@100  = relevant articles among the first 100, by all relevant ones
///
/// An article is relevant from grade 1 on. Its gain is its grade in trec_eval's `ndcg_cut_10`,
/// after Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques" (TOIS 2002),
/// and 2^grade − 1 in the form that learning to rank made usual, after Burges et al., "Learning to
/// rank using gradient descent" (ICML 2005); where all grades are 1 both are one. MAP is `map`,
/// recall `recall_100`. Unlike trec_eval, which sorts a run by its scores again, ranks are taken as
/// they are.
package struct RankingMeasures: Equatable, Sendable {
  /// Ranks that nDCG looks at.
  private static let gainDepth = 10
  /// Ranks that recall looks at.
  private static let recallDepth = 100

  /// nDCG@10 with an article's grade as its gain.
  package var gain = 0.0
  /// nDCG@10 with 2^grade − 1 as an article's gain.
  package var steepGain = 0.0
  package var averagePrecision = 0.0
  package var recall = 0.0

  package init() {}

  /// Of one query.
  ///
  /// - Parameters:
  ///   - ranked: The ids of the articles found, best first, each once.
  ///   - grades: The grades from 1 of the articles judged relevant.
  package init(of ranked: [String], grades: [String: Int]) {
    guard !grades.isEmpty else { return }
    let found = ranked.map { grades[$0] ?? 0 }
    let best = grades.values.sorted(by: >)
    gain = Self.discounted(found, Double.init) / Self.discounted(best, Double.init)
    steepGain = Self.discounted(found, Self.steep) / Self.discounted(best, Self.steep)
    averagePrecision = Self.precisions(found) / Double(grades.count)
    recall = Double(found.prefix(Self.recallDepth).count { $0 > 0 }) / Double(grades.count)
  }

  /// The mean of each measure over queries that weigh the same; zero of none.
  package static func mean(of all: [RankingMeasures]) -> RankingMeasures {
    var mean = RankingMeasures()
    let share = 1 / Double(max(all.count, 1))
    for measures in all {
      mean.gain += measures.gain * share
      mean.steepGain += measures.steepGain * share
      mean.averagePrecision += measures.averagePrecision * share
      mean.recall += measures.recall * share
    }
    return mean
  }

  /// The cumulated gain of grades in the order of ranks, each discounted by its rank's logarithm.
  private static func discounted(_ grades: [Int], _ gain: (Int) -> Double) -> Double {
    grades.prefix(gainDepth).enumerated().reduce(0) { sum, grade in
      sum + gain(grade.element) / log2(Double(grade.offset) + 2)
    }
  }

  private static func steep(_ grade: Int) -> Double { exp2(Double(grade)) - 1 }

  /// The sum of the precisions at the ranks of relevant articles.
  private static func precisions(_ grades: [Int]) -> Double {
    var (relevant, sum) = (0, 0.0)
    for (index, grade) in grades.enumerated() where grade > 0 {
      relevant += 1
      sum += Double(relevant) / Double(index + 1)
    }
    return sum
  }
}
