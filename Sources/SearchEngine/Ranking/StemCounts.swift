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
