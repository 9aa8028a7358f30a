extension QueryPlan {
  /// What snippets show of the query: the words that score, and the bare words as a phrase.
  var matchPattern: MatchPattern {
    let shown = frequencies.map(\.leaf) + (phraseFirst.map { [$0] } ?? [])
    return MatchPattern(
      shown.map { leaf in
        MatchPattern.Clause(
          leaves[leaf].variants.map { variant in
            MatchPattern.Variant(
              variant.slots.map { MatchPattern.Slot($0) }, slop: variant.slop)
          })
      })
  }
}
