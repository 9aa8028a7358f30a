package import ArticleModel

/// A place in an article that matches a query.
package struct FieldMatch: Sendable, Equatable {
  package var field: Field
  /// UTF-8 bytes of the field, half-open.
  package var range: Range<Int>

  package init(field: Field, range: Range<Int>) {
    self.field = field
    self.range = range
  }
}
