package import IndexDefinition

/// What the user asked, as a tree; free of SQLite, so that it can be compiled to other engines.
///
/// ``QueryParser`` makes it from any string, ``description`` prints it back: parsing what was
/// printed gives the same tree.
package indirect enum Query: Sendable, Hashable {
  /// Every article: an empty query.
  case all
  case term(Term)
  /// Words in this order, exact forms, stop words kept; `slop` tokens may stand between in any
  /// order (`"a b"~5`, NEAR). The last word may be a prefix (`"peace tal*"`).
  case phrase(Phrase)
  /// Words and clauses side by side with no operator: the match mode decides between them.
  case sequence([Query])
  case and([Query])
  case or([Query])
  case not(Query)
  /// The clause, searched in one field only (`title:peace`).
  case within(Field, Query)
  /// Restricts without scoring.
  case filter(Filter)
}

/// One word of a query.
package struct Term: Sendable, Hashable {
  package enum Form: Sendable, Hashable {
    /// The word and the forms that share its stem.
    case stemmed
    /// `=word`: this form only.
    case exact
    /// `word*`
    case prefix
    /// `*word`
    case suffix
    /// `*word*`
    case infix
    /// `w*rd`: `*` stands for any letters; the text keeps its stars.
    case pattern
    /// `word~`: within one typing error.
    case fuzzy
  }

  /// As typed, without its marks.
  ///
  /// May hold several tokens (`U.S.`, `covid-19`): they are searched
  /// as a phrase.
  package var text: String
  package var form: Form

  package init(_ text: String, _ form: Form = .stemmed) {
    self.text = text
    self.form = form
  }
}

/// A quoted stretch of a query.
package struct Phrase: Sendable, Hashable {
  package var text: String
  /// Tokens that may stand between; nil: none, and the order holds.
  package var slop: Int?
  package var lastIsPrefix: Bool

  package init(_ text: String, slop: Int? = nil, lastIsPrefix: Bool = false) {
    self.text = text
    self.slop = slop
    self.lastIsPrefix = lastIsPrefix
  }
}

/// A condition on an article that neither scores nor highlights.
package enum Filter: Sendable, Hashable {
  /// A person's canonical name, alias or surname as typed.
  case person(String)
  /// A country's code or name as typed.
  case country(String)
  /// The article's own date.
  case date(DateRange)
  case undated
  /// A date named in the text.
  case mentions(DateRange)
  case source(String)
  case byline(String)
  /// ISO 639-1.
  case language(String)
}
