internal import IndexDefinition

/// A condition on articles that does not score, resolved against one index.
enum ArticleFilter: Equatable {
  /// Mentions one of these entities; ascending ids of one kind.
  case entities(ColumnLayout.Column, [UInt32])
  /// Is about one of these countries; ascending ids.
  case focus([UInt32])
  /// The article's own date lies in one of the ranges, or is missing where `undated`.
  case dates([DateRange], undated: Bool)
  /// `first << 8 | second` of the ISO 639-1 code.
  case language(Int32)
  /// Articles up to this one.
  case rowsThrough(UInt32)
  /// These articles, ascending.
  case rows([UInt32])
}
