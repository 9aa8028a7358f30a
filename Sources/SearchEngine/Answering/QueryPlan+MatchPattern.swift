internal import IndexDefinition

extension QueryPlan {
  /// What snippets show of the query: the words that score, and the bare words as a phrase.
  var matchPattern: MatchPattern {
    pattern(of: frequencies.map(\.term) + (phraseFirst.map { [$0] } ?? []))
  }

  /// What of the query can match in a field: the words that score there.
  func matchPattern(in field: Field) -> MatchPattern {
    let fields: FieldSet = [FieldSet(field), .bigrams]
    return pattern(
      of: frequencies.map(\.term).filter { !terms[$0].fields.isDisjoint(with: fields) })
  }

  private func pattern(of shown: [Int]) -> MatchPattern {
    MatchPattern(
      shown.map { term in
        MatchPattern.Clause(
          terms[term].variants.map { variant in
            MatchPattern.Variant(
              variant.slots.map { MatchPattern.Slot($0) }, slop: variant.slop)
          })
      })
  }
}
