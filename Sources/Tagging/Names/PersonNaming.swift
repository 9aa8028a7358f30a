package import IndexDefinition

/// Decides which spans of an article name the same person, and under what canonical name.
///
/// Names with a given name come first, the fullest before the others; each joins the person it
/// agrees with. Lone names (Starmer, Sir Keir) then go to the person of that family or given name;
/// where an article has two, gender and nearness in the text decide, mention by mention.
package struct PersonNaming: Sendable {
  package init() {}

  /// One tag a person, in order of first mention.
  ///
  /// Spans that mean a family and nobody in particular (the Clintons) get no tag.
  package func tags(for spans: [PersonSpan], in article: ArticleTokens) -> [PersonTag] {
    guard !spans.isEmpty else { return [] }
    var cast = Cast(forms: forms(of: spans, in: article), spanCount: spans.count)
    cast.assign()
    return cast.persons.indices.map { person in
      PersonTag(
        name: cast.canonicalName(of: person),
        mentions: spans.indices.filter { cast.personOfSpan[$0] == person }.map { spans[$0].mention }
      )
    }
    .filter { !$0.mentions.isEmpty }
    .sorted { Self.position($0) < Self.position($1) }
  }

  private func forms(of spans: [PersonSpan], in article: ArticleTokens) -> [NameForm] {
    var forms: [NameForm] = []
    var known: [UInt64: Int] = [:]
    for (position, span) in spans.enumerated() {
      let field = article[span.field]
      let key = NameForm.key(of: span, in: field)
      let form = known[key] ?? forms.count
      if form == forms.count {
        forms.append(NameForm(span, in: field))
        known[key] = form
      }
      forms[form].spans.append(position)
    }
    return forms
  }

  private static func position(_ tag: PersonTag) -> (Int, Int) {
    guard let first = tag.mentions.first else { return (2, 0) }
    return (first.field == .title ? 0 : 1, first.range.lowerBound)
  }
}

extension PersonSpan {
  var mention: Mention { Mention(field: field, range: range, rule: rule, score: score) }
}
