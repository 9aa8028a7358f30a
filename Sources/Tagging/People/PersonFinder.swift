package import IndexDefinition

/// Finds where persons are named: the sequence model and the document passes around it.
package struct PersonFinder: Sendable {
  package init() {}

  /// Spans in text order, title before body, never overlapping.
  package func spans(in article: ArticleTokens) -> [PersonSpan] {
    []
  }
}
