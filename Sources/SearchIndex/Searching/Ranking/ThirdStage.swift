/// Re-ranks the first hits by their own words.
///
/// The order of the others, sets and counts stay.
struct ThirdStage {
  /// Hits that are read.
  static let depth = 50
  /// Fewer hits are left as they are.
  private static let least = 3

  let table: StemNumbers
  let statistics: CorpusStatistics
  /// Articles that the stems were counted in.
  let articles: Int
  /// Title and body of an article.
  let text: (UInt32) throws -> (title: String, body: String)
  /// Articles and occurrences of each stem among `articles`.
  let counts: ([String]) throws -> [(articles: Int, occurrences: Int)]
  /// Nil unless the scores are to be explained.
  let sheet: ScoreSheet?

  /// - Parameter candidates: best first, scored by the second stage.
  func rerank(_ candidates: [Candidate], queryLength: Int) throws -> [Candidate] {
    var head = Array(candidates.prefix(Self.depth))
    // Age says nothing of what an article is about.
    if head.contains(where: { $0.factor != 1 }) { head.sort { $0.score > $1.score } }
    guard head.count >= Self.least, (head.first?.score ?? 0) > 0 else { return candidates }
    var table = table
    let vectors = try head.map { try vector(of: $0, &table) }
    let counts = try counts(table.stems)
    let idf = counts.map {
      BM25.inverseFrequency(articles: $0.articles, of: articles)
    }
    let feedback = Feedback(
      idf: idf,
      burst: counts.map { BM25.burst(articles: $0.articles, occurrences: $0.occurrences) },
      stems: table.stems)
    let fed = feedback.scores(head.map(\.score), vectors: vectors, queryLength: queryLength)
    for (index, score) in Smoothing.scores(fed, vectors: vectors, idf: idf).enumerated() {
      sheet?.note(.feedback, of: head[index].row, from: head[index].score, to: fed[index])
      sheet?.note(.neighbours, of: head[index].row, from: fed[index], to: score)
      head[index].score = score
      head[index].key = score * head[index].factor
    }
    return head.sorted(by: Candidate.isBetter) + candidates.dropFirst(Self.depth)
  }

  private func vector(of candidate: Candidate, _ table: inout StemNumbers) throws -> WordVector {
    let text = try text(candidate.row)
    let frequencies = table.frequencies(in: [text.title, text.body])
    let norm = BM25.LengthNorm(mean: max(1, statistics.meanLength))[candidate.length]
    return WordVector(
      stems: frequencies.map(\.stem),
      weights: frequencies.map { BM25.saturation(Double($0.count), norm: norm) })
  }
}
