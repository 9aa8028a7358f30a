internal import OperatingSystem

/// The second stage: words near each other, and the article's first words, for the best candidates.
///
///     for every two words at most 5 apart in the query:
///       y = pairs of occurrences at most 8 apart, in any order              weight 0.08
///     for every two words next to each other in the query, g tokens apart as typed:
///       y = pairs of occurrences in that order, at most g apart             weight 0.07
///     P(y) = ln(1 + (N − n + ½) / (n + ½)) · 2.2 · y / (y + 1.2 · (0.35 + 0.65 · dl / avdl))
///
/// with stop words not counted and `n` the candidates in which y > 0. Sources: Metzler and Croft
/// (SIGIR 2005) for the pairs, Büttcher, Clarke and Lushman (SIGIR 2006) for the shape.
struct Proximity {
  /// Candidates looked at.
  static let depth = 300
  private static let reach = 5
  private static let nearDistance = 8
  private static let nearWeight = 0.08
  private static let orderedWeight = 0.07

  /// Two query terms and the way their occurrences must lie.
  struct Pair: Hashable {
    var first: Int
    var second: Int
    /// Greatest distance in order; nil: near each other in any order.
    var gap: Int?
  }

  let pairs: [Pair]
  let statistics: CorpusStatistics

  init(words: [QueryPlan.Word], statistics: CorpusStatistics) {
    pairs = Self.pairs(of: words)
    self.statistics = statistics
  }

  /// Each pair once, in query order; of words as typed alone.
  static func pairs(of words: [QueryPlan.Word]) -> [Pair] {
    var pairs: [Pair] = []
    var seen: Set<Pair> = []
    let words = words.filter { $0.share == 1 }
    for (index, word) in words.enumerated() {
      for next in words[(index + 1)...].prefix(while: { $0.ordinal - word.ordinal <= reach })
      where next.term != word.term {
        let (low, high) = (min(word.term, next.term), max(word.term, next.term))
        let near = Pair(first: low, second: high, gap: nil)
        if seen.insert(near).inserted { pairs.append(near) }
        guard next.ordinal == word.ordinal + 1 else { continue }
        let ordered = Pair(
          first: word.term, second: next.term, gap: next.position - word.position)
        if seen.insert(ordered).inserted { pairs.append(ordered) }
      }
    }
    return pairs
  }

  /// What each candidate gains.
  ///
  /// - Parameter places: by term, then candidate: the query term's positions in the article, ascending,
  ///   counted through title and body with a gap between.
  func scores(of candidates: [Candidate], places: [Int: [[Int]]]) -> [Double] {
    var scores = [Double](repeating: 0, count: candidates.count)
    for pair in pairs {
      guard let first = places[pair.first], let second = places[pair.second] else { continue }
      let counts = candidates.indices.map { Self.count(first[$0], second[$0], gap: pair.gap) }
      let articles = Double(counts.count { $0 > 0 })
      let rarity = log(1 + (Double(statistics.articles) - articles + 0.5) / (articles + 0.5))
      let weight = (pair.gap == nil ? Self.nearWeight : Self.orderedWeight) * rarity
      for (index, count) in counts.enumerated() where count > 0 {
        let length = Double(candidates[index].length) / max(1, statistics.meanLength)
        let y = Double(count)
        scores[index] += weight * 2.2 * y / (y + 1.2 * (0.35 + 0.65 * length))
      }
    }
    return scores
  }

  /// Pairs of occurrences close enough, by a sweep over both lists.
  static func count(_ first: [Int], _ second: [Int], gap: Int?) -> Int {
    assert(first == first.sorted() && second == second.sorted(), "places ascend")
    let below = gap == nil ? nearDistance : -1
    let above = gap ?? nearDistance
    var count = 0
    var low = 0
    for place in first {
      while low < second.count, second[low] < place - below { low += 1 }
      var at = low
      while at < second.count, second[at] <= place + above {
        if second[at] != place { count += 1 }
        at += 1
      }
    }
    return count
  }
}
