/// The words of some hits, each with how much it says of the hit.
struct HitWords {
  /// By number.
  let stems: [String]
  /// One a hit.
  let vectors: [StemVector]

  /// - Parameters:
  ///   - table: No stems met yet.
  ///   - statistics: Those that the hits are scored by.
  ///   - text: Title and body of an article.
  init(
    of hits: [Candidate], table: consuming StemNumbers, statistics: CorpusStatistics,
    text: (UInt32) throws -> (title: String, body: String)
  ) throws {
    vectors = try hits.map { hit in
      let text = try text(hit.row)
      let frequencies = table.frequencies(in: [text.title, text.body])
      let norm = BM25.LengthNorm(mean: max(1, statistics.meanLength))[hit.length]
      return StemVector(
        stems: frequencies.map(\.stem),
        weights: frequencies.map { BM25.saturation(Double($0.count), norm: norm) })
    }
    stems = table.stems
  }
}
