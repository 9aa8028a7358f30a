package import IndexDefinition

/// A condition on articles that does not score, resolved against one index.
package enum ArticleFilter: Equatable {
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

  /// Of a language by its code, as the `language` column has it; no articles for what is no code.
  package static func language(named code: String) -> ArticleFilter {
    let letters = Array(code.lowercased().utf8.prefix(2))
    guard letters.count == 2 else { return .rows([]) }
    return .language(Int32(letters[0]) << 8 | Int32(letters[1]))
  }
}
