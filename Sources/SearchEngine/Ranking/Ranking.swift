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
    parts = frequencies.enumerated().map { index, word in
      let (term, count) = word
      let articles = words?[index].articles ?? postings.articles(of: term)
      let occurrences = words?[index].occurrences ?? postings.occurrences(of: term)
      let weight =
        BM25.inverseFrequency(articles: articles, of: statistics.articles)
        * BM25.burst(articles: articles, occurrences: occurrences)
      return Part(
        term: term, queryFrequency: count, articles: articles, occurrences: occurrences,
        weight: Double(count) * weight)
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
