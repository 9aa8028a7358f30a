internal import IndexDefinition

/// What is looked up in the postings as one thing and scored as one term: a word with the forms
/// that count as the same, or a phrase.
struct QueryTerm: Hashable {
  /// One way to meet the query term: a term, or several in a row.
  struct Variant: Hashable {
    /// The terms allowed at each position; one slot for a single word.
    var slots: [[String]]
    /// Tokens that may stand between, in any order; nil: none, and the order holds.
    var slop: Int?
    /// As typed: counts 1 in the term frequency, other forms ½.
    var isTyped: Bool

    init(_ slots: [[String]], slop: Int? = nil, isTyped: Bool) {
      self.slots = slots
      self.slop = slop
      self.isTyped = isTyped
    }

    /// The term of a single word; nil for a phrase.
    var term: String? {
      slots.count == 1 && slots[0].count == 1 ? slots[0][0] : nil
    }
  }

  var variants: [Variant]
  var fields: FieldSet
  /// As shown in notes.
  var text: String
}

/// Columns of `article_fts` in which a query term may match.
struct FieldSet: OptionSet, Hashable {
  let rawValue: UInt8

  static let title = FieldSet(rawValue: 1 << 0)
  /// With its words that a line's end broke; see `article.joined`.
  static let body = FieldSet(rawValue: 1 << 1 | 1 << 3)
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
