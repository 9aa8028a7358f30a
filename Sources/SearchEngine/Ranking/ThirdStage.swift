internal import SearchModel

/// Re-ranks the first hits by their own words.
///
/// The order of the others, sets and counts stay.
struct ThirdStage {
  /// Hits that are read.
  static let depth = 50
  /// Fewer hits are left as they are.
  private static let least = 3

  /// |q|, the words asked for.
  let queryLength: Int
  /// Articles that the stems were counted in.
  let articles: Int
  /// Nil unless the scores are to be explained.
  let trace: ScoreTrace?

  /// The hits that are read, best first by words alone: age says nothing of what an article is about.
  ///
  /// - Parameter candidates: best first, scored by the second stage.
  /// - Returns: Nil for hits that are left as they are.
  static func head(of candidates: [Candidate]) -> [Candidate]? {
    var head = Array(candidates.prefix(depth))
    if head.contains(where: { $0.factor != 1 }) { head.sort { $0.score > $1.score } }
    return head.count >= least && (head.first?.score ?? 0) > 0 ? head : nil
  }

  /// The same hits in their order.
  ///
  /// - Parameter counts: Articles and occurrences of each stem among ``articles``.
  func rerank(
    _ head: [Candidate], _ words: HitWords, counts: [(articles: Int, occurrences: Int)]
  ) -> [Candidate] {
    var head = head
    let idf = counts.map {
      BM25.inverseFrequency(articles: $0.articles, of: articles)
    }
    let feedback = Feedback(
      idf: idf,
      burst: counts.map { BM25.burst(articles: $0.articles, occurrences: $0.occurrences) },
      stems: words.stems)
    let fed = feedback.scores(
      head.map(\.score), vectors: words.vectors, queryLength: queryLength)
    let scores = Smoothing.scores(fed, vectors: words.vectors, idf: idf)
    for (index, score) in scores.enumerated() {
      trace?.note(.feedback, of: head[index].row, from: head[index].score, to: fed[index])
      trace?.note(.neighbours, of: head[index].row, from: fed[index], to: score)
      head[index].score = score
      head[index].key = score * head[index].factor
    }
    return head.sorted(by: Candidate.isBetter)
  }
}

/// Articles and occurrences of stems, all forms together: from the stored count, else by reading
/// every posting.
struct StemCounts {
  let stored: StemStatistics?
  let vocabulary: Vocabulary
  let reader: QueryTermReader

  func counts(of stems: [String]) throws -> [(articles: Int, occurrences: Int)] {
    try stems.map { stem in
      if let stored { return stored.counts(of: stem) }
      let variants = try vocabulary.forms(ofStem: stem).map {
        QueryTerm.Variant([[$0]], isTyped: true)
      }
      let postings = try reader.postings(
        of: QueryTerm(variants: variants, fields: .text, text: stem))
      return (postings.count, postings.occurrences)
    }
  }
}
