package import IndexDefinition

/// Decides which spans of an article name the same person, and under what canonical name.
package struct PersonNaming: Sendable {
  package init() {}

  /// One tag a person, in order of first mention.
  package func tags(for spans: [PersonSpan], in article: ArticleTokens) -> [PersonTag] {
    []
  }
}
