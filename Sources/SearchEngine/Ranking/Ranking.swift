internal import SearchModel

/// What the score of an article is made of: the query terms asked for with their weights.
struct Ranking {
  /// One query term that scores.
  struct Part {
    var term: Int
    /// Times in the query.
    var queryFrequency: Int
    var articles: Int
    var occurrences: Int
    /// What the saturation of the query term's frequency is multiplied by.
    var weight: Double
  }

  let parts: [Part]
  let statistics: CorpusStatistics

  /// - Parameter words: how common the words were when the first page was made, where this is a
  ///   later one.
  init(
    plan: QueryPlan, postings: PlanPostings, statistics: CorpusStatistics,
    words: [FrozenStatistics.WordCount]?
  ) {
    self.statistics = statistics
    let frequencies = plan.frequencies
    let words = words?.count == frequencies.count ? words : nil
    let alone = frequencies.enumerated().map { index, word in
      let (term, count) = word
      let articles = words?[index].articles ?? postings.articles(of: term)
      let occurrences = words?[index].occurrences ?? postings.occurrences(of: term)
      let weight =
        BM25.inverseFrequency(articles: articles, of: statistics.articles)
        * BM25.burst(articles: articles, occurrences: occurrences)
      return Part(
        term: term, queryFrequency: count, articles: articles, occurrences: occurrences,
        weight: weight)
    }
    parts = Self.weighed(alone, plan.words)
  }

  /// The parts, whose weights are those of one appearance each, with the weights of all of theirs.
  private static func weighed(_ parts: [Part], _ words: [QueryPlan.Word]) -> [Part] {
    let alone = Dictionary(uniqueKeysWithValues: parts.map { ($0.term, $0.weight) })
    var lesser: [Int: (count: Int, weight: Double)] = [:]
    for word in words where word.share < 1 {
      let weight = min(alone[word.term] ?? 0, word.bound.flatMap { alone[$0] } ?? .infinity)
      lesser[word.term, default: (0, 0)].count += 1
      lesser[word.term, default: (0, 0)].weight += word.share * weight
    }
    return parts.map { part in
      var part = part
      let (count, weight) = lesser[part.term] ?? (0, 0)
      part.weight = Double(part.queryFrequency - count) * part.weight + weight
      return part
    }
  }

  var words: [FrozenStatistics.WordCount] {
    parts.map { FrozenStatistics.WordCount(articles: $0.articles, occurrences: $0.occurrences) }
  }

  var weights: [(term: Int, weight: Double)] { parts.map { ($0.term, $0.weight) } }

  func norm(of candidate: Candidate) -> Double {
    BM25.LengthNorm(mean: statistics.meanWeightedLength)[candidate.length &+ candidate.titleLength]
  }
}

/// The index as the first page of an answer saw it: what the later pages count and score by.
struct FrozenStatistics: Equatable, Sendable {
  /// The highest article id.
  var lastRow: UInt32
  var statistics: CorpusStatistics
  /// The date from which ages are counted, packed; 0 where they are not.
  var newest: Int32
  /// How common each word that scores was, in the order of the query.
  var words: [WordCount]

  struct WordCount: Equatable {
    var articles: Int
    var occurrences: Int
  }
}

/// What the stages after the first did to the scores of the articles that they looked at; kept for
/// `--explain` only.
final class ScoreTrace {
  private var gains: [UInt32: [ScorePart]] = [:]

  /// Notes that a stage took an article's score from one value to another.
  func note(_ kind: ScorePart.Kind, of row: UInt32, from old: Double, to new: Double) {
    guard new != old else { return }
    gains[row, default: []].append(ScorePart(kind, value: new - old))
  }

  /// In the order of the stages.
  func gains(of row: UInt32) -> [ScorePart] { gains[row] ?? [] }
}
