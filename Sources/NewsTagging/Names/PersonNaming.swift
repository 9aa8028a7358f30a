package import ArticleModel

/// Decides which spans of an article name the same person, and under what canonical name.
///
/// Names with a given name come first, the fullest before the others; each joins the person it
/// agrees with. Lone names (Starmer, Sir Keir) then go to the person of that family or given name;
/// where an article has two, gender and nearness in the text decide, mention by mention.
package struct PersonNaming: Sendable {
  package init() {}

  /// One tag a person, in order of first mention.
  ///
  /// Persons whom their names do not tell apart are one tag: a tag's name is unique in its article.
  /// Spans that mean a family and nobody in particular (the Clintons) get no tag.
  ///
  /// - Parameter isDamaged: whether names may be misprints of others (``NameMisprints``).
  package func tags(
    for spans: [PersonSpan], in article: ArticleTokens, isDamaged: Bool = false
  ) -> [PersonTag] {
    guard !spans.isEmpty else { return [] }
    let (forms, formOfSpan) = forms(of: spans, in: article, isDamaged ? NameMisprints() : nil)
    var people = ArticlePersons(forms: forms, formOfSpan: formOfSpan)
    people.assign()
    let names = people.persons.indices.map { people.canonicalName(of: $0, in: article) }
    var tags: [PersonTag] = []
    var known = TagsByName()
    tags.reserveCapacity(names.count)
    var tagOfPerson = Array(filled: -1, count: names.count)
    for (span, person) in zip(spans, people.personOfSpan) where person >= 0 {
      if tagOfPerson[person] < 0 {
        tagOfPerson[person] = known.tag(of: names[person], in: tags) ?? tags.count
      }
      let tag = tagOfPerson[person]
      if tag == tags.count { tags.append(PersonTag(name: names[person], mentions: [])) }
      tags[tag].mentions.append(span.mention)
    }
    return tags
  }

  /// The distinct forms in order, and the form of each span.
  private func forms(
    of spans: [PersonSpan], in article: ArticleTokens, _ misprints: NameMisprints?
  ) -> (forms: [NameForm], formOfSpan: [Int]) {
    var forms: [NameForm] = []
    forms.reserveCapacity(spans.count)
    var known = TokenTable<Int>(minimumCapacity: spans.count)
    let formOfSpan = spans.indices.map { position in
      let span = spans[position]
      let field = article[span.field]
      let key = NameForm.key(of: span, in: field)
      let form = known[key] ?? forms.count
      if form == forms.count {
        forms.append(NameForm(span, at: position, in: field, misprints))
        known[key] = form
      }
      forms[form].count += 1
      return form
    }
    return (forms, formOfSpan)
  }
}

extension PersonSpan {
  var mention: Mention { Mention(field: field, range: range, rule: rule, score: score) }
}

/// Finds the tag of a name: most articles have too few to be worth a dictionary.
private struct TagsByName {
  private static let few = 12
  private var tags: [String: Int] = [:]

  mutating func tag(of name: String, in all: [PersonTag]) -> Int? {
    guard all.count > Self.few else { return all.firstIndex { $0.name == name } }
    for tag in tags.count..<all.count { tags[all[tag].name] = tag }
    return tags[name]
  }
}
