package import IndexDefinition

/// What a request finds, by the naive way.
package struct NaiveAnswer {
  package struct Ranked {
    package var article: Int
    /// 1 where the words stand as a phrase: such articles come first.
    package var group: Int
    package var key: Double
    package var score: Double
  }

  let corpus: NaiveCorpus
  /// Numbers of the articles that match, ascending.
  package let articles: [Int]
  /// The same with what they are ranked by, in no order.
  package let ranked: [Ranked]
  /// The articles that each facet counts: its own filter lifted.
  package let forPeople: [Int]
  package let forCountries: [Int]
  package let forDates: [Int]

  /// The best, in order.
  package func top(_ count: Int) -> [Ranked] {
    var best: [Ranked] = []
    for hit in ranked {
      let isWorse = best.count == count && best.last.map { Self.precedes($0, hit) } ?? true
      if isWorse { continue }
      best.insert(hit, at: best.firstIndex { Self.precedes(hit, $0) } ?? best.count)
      if best.count > count { best.removeLast() }
    }
    return best
  }

  private static func precedes(_ left: Ranked, _ right: Ranked) -> Bool {
    (-left.group, -left.key, left.article) < (-right.group, -right.key, right.article)
  }

  package var people: [String: Int] { tally(forPeople.flatMap { corpus.articles[$0].people }) }

  package var countries: [String: Int] {
    tally(forCountries.flatMap { corpus.articles[$0].countries })
  }

  /// Articles by their date cut to `precision`, the undated left out.
  package func dates(_ precision: CalendarDate.Precision) -> [String: Int] {
    tally(forDates.compactMap { corpus.articles[$0].date?.cut(to: precision).description })
  }

  package var undated: Int { forDates.count { corpus.articles[$0].date == nil } }

  private func tally(_ values: [String]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts
  }
}
