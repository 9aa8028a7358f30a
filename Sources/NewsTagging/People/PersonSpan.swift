package import ArticleModel

/// A stretch of text that names a person: the name alone, without honorific, title or possessive.
package struct PersonSpan: Sendable, Hashable {
  package var field: Field
  /// Into the field's tokens.
  package var tokens: Range<Int>
  /// UTF-8 bytes into the field.
  package var range: Range<Int>
  package var rule: String
  package var score: Double?

  package init(
    field: Field, tokens: Range<Int>, range: Range<Int>, rule: String, score: Double? = nil
  ) {
    self.field = field
    self.tokens = tokens
    self.range = range
    self.rule = rule
    self.score = score
  }
}
