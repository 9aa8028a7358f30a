import Foundation
internal import IndexDefinition
package import SearchModel

/// What a request finds, by the naive way.
package struct NaiveAnswer {
  package struct Ranked {
    package var article: Int
    /// 1 where the words stand as a phrase: such articles come first.
    package var group: Int
    package var key: Double
    package var score: Double
    package var tie: UInt32
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
  package let forLanguages: [Int]

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
    (-left.group, -left.key, left.tie, left.article)
      < (-right.group, -right.key, right.tie, right.article)
  }

  package var people: Counts {
    Counts(lifted: tally(forPeople, \.people), within: tally(articles, \.people))
  }

  package var countries: Counts {
    Counts(lifted: tally(forCountries, \.countries), within: tally(articles, \.countries))
  }

  /// The empty name is that of articles without a source.
  package var sources: Counts {
    let counts = tally(articles) { [$0.source ?? ""] }
    return Counts(lifted: counts, within: counts)
  }

  /// The empty name is that of articles without a language.
  package var languages: Counts {
    let language: (NaiveArticle) -> [String] = { [$0.language ?? ""] }
    return Counts(lifted: tally(forLanguages, language), within: tally(articles, language))
  }

  /// Articles by the bucket of their date; the empty name is that of the undated.
  package func dates(_ interval: SearchModel.DateInterval) -> Counts {
    let bucket: (NaiveArticle) -> [String] = { [$0.date.map { Self.bucket($0, interval) } ?? ""] }
    return Counts(lifted: tally(forDates, bucket), within: tally(articles, bucket))
  }

  private static func bucket(_ date: CalendarDate, _ interval: SearchModel.DateInterval) -> String {
    switch interval {
    case .auto, .year: return date.cut(to: .year).description
    case .month: return date.cut(to: .month).description
    case .day: return date.description
    case .week: return date.day == nil ? date.description : week(date)
    }
  }

  /// As Foundation has it.
  private static func week(_ date: CalendarDate) -> String {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    let day = Date(timeIntervalSince1970: Double(date.daysSinceEpoch) * 86_400)
    let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: day)
    return String(
      format: "%04d-W%02d", parts.yearForWeekOfYear ?? 0, parts.weekOfYear ?? 0)
  }

  private func tally(
    _ articles: [Int], _ values: (NaiveArticle) -> [String]
  ) -> [String: Int] {
    var counts: [String: Int] = [:]
    for article in articles {
      for value in values(corpus.articles[article]) { counts[value, default: 0] += 1 }
    }
    return counts
  }
}

extension NaiveAnswer {
  /// A facet's counts by value.
  package struct Counts: Equatable {
    /// Over the articles that there are without the facet's own filter.
    package var lifted: [String: Int]
    /// Over the hits.
    package var within: [String: Int]

    /// The values in the order of buckets.
    ///
    /// - Parameter isFiltered: what hits have comes first then.
    package func ranked(isFiltered: Bool) -> [String] {
      lifted.keys.filter { !$0.isEmpty }.sorted { left, right in
        key(left, isFiltered) < key(right, isFiltered)
      }
    }

    private func key(_ value: String, _ isFiltered: Bool) -> (Int, Int, String) {
      let within = isFiltered ? within[value] ?? 0 : 0
      return (-within, within > 0 ? 0 : -(lifted[value] ?? 0), value)
    }
  }
}
