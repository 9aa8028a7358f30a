package import IndexDefinition

/// Finds the people, countries and dates that an article mentions.
///
/// Pure: the same article gives the same tags on every machine. Safe to share between threads.
package struct Tagger: Sendable {
  private let finder = PersonFinder()
  private let naming = PersonNaming()
  private let countryTagger = CountryTagger()
  private let dateTagger = DateTagger()

  package init() {}

  /// No tags for a text that is not in one of ``Tags/languages``.
  package func tags(of article: Article) -> Tags {
    let tokens = ArticleTokens(article)
    let none = Tags(language: tokens.language)
    guard none.isTagged else { return none }
    let spans = finder.spans(in: tokens)
    return Tags(
      language: tokens.language, people: naming.tags(for: spans, in: tokens),
      countries: countryTagger.tags(in: tokens, people: spans),
      dates: dateTagger.tags(in: tokens))
  }
}
