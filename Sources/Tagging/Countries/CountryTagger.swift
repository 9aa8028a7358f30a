package import IndexDefinition

/// Finds the countries that an article names and those it is about.
package struct CountryTagger: Sendable {
  package init() {}

  /// `people` are the person spans already found, so that Jordan the man is no country.
  package func tags(in article: ArticleTokens, people: [PersonSpan]) -> [CountryTag] {
    []
  }
}
