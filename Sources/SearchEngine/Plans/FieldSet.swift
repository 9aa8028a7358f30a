internal import IndexDefinition

/// Columns of `article_fts` in which a query term may match.
struct FieldSet: OptionSet, Hashable {
  let rawValue: UInt8

  static let title = FieldSet(rawValue: 1 << 0)
  static let body = FieldSet(rawValue: 1 << 1)
  /// CJK pairs; see `article.bigrams`.
  static let bigrams = FieldSet(rawValue: 1 << 2)
  static let text: FieldSet = [.title, .body]

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  init(_ field: Field) {
    self = field == .title ? .title : .body
  }

  /// True when column number `column` of `article_fts` is in the set.
  func contains(column: Int) -> Bool { rawValue >> UInt8(column) & 1 == 1 }
}
