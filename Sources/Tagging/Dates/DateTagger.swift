package import IndexDefinition

/// Finds calendar expressions and what they mean on the article's own date.
package struct DateTagger: Sendable {
  package init() {}

  package func tags(in article: ArticleTokens) -> [DateTag] {
    []
  }
}
