/// Articles and occurrences of stems in the whole index, all forms together.
struct StemCounts {
  let vocabulary: Vocabulary
  let reader: LeafReader

  func counts(of stems: [String]) throws -> [(articles: Int, occurrences: Int)] {
    try stems.map { stem in
      let variants = try vocabulary.forms(ofStem: stem).map {
        Leaf.Variant([[$0]], isTyped: true)
      }
      let postings = try reader.postings(of: Leaf(variants: variants, fields: .text, text: stem))
      return (postings.count, postings.occurrences)
    }
  }
}
