public import ArticleModel

/// What the user asked, as a tree; free of SQLite, so that it can be compiled to other engines.
///
/// ``QueryParser`` makes it from any string, ``description`` prints it back: parsing what was
/// printed gives the same tree.
public indirect enum Query: Sendable, Hashable {
  /// Every article: an empty query.
  case all
  /// A word.
  case term(Term)
  /// Words in this order, exact forms, stop words kept; `slop` tokens may stand between in any
  /// order (`"a b"~5`, NEAR). The last word may be a prefix (`"peace tal*"`).
  case phrase(Phrase)
  /// Words and clauses side by side with no operator: the match mode decides between them.
  case sequence([Query])
  /// All of the clauses (`AND`).
  case and([Query])
  /// At least one of the clauses (`OR`).
  case or([Query])
  /// The articles that the clause does not find (`-`, `NOT`).
  case not(Query)
  /// The clause, searched in one field only (`title:peace`).
  case within(Field, Query)
  /// Restricts without scoring.
  case filter(Filter)
}

/// One word of a query.
public struct Term: Sendable, Hashable {
  /// How a word of a text may differ from the one asked for.
  public enum Form: Sendable, Hashable {
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
  /// May hold several tokens (`U.S.`, `covid-19`): they are searched as a phrase.
  public var text: String
  /// Which words it stands for.
  public var form: Form

  /// A word, in all its forms when no other is given.
  public init(_ text: String, _ form: Form = .stemmed) {
    self.text = text
    self.form = form
  }
}

/// A quoted stretch of a query.
public struct Phrase: Sendable, Hashable {
  /// As typed, without its quotation marks.
  public var text: String
  /// Tokens that may stand between; nil: none, and the order holds.
  public var slop: Int?
  /// The last word may go on (`"peace tal*"`).
  public var lastIsPrefix: Bool

  /// A phrase, its words side by side and in order when no `slop` is given.
  public init(_ text: String, slop: Int? = nil, lastIsPrefix: Bool = false) {
    self.text = text
    self.slop = slop
    self.lastIsPrefix = lastIsPrefix
  }
}

/// A condition on an article that neither scores nor highlights.
public enum Filter: Sendable, Hashable {
  /// A person's canonical name, alias or surname as typed.
  case person(String)
  /// A country's code or name as typed.
  case country(String)
  /// The article's own date.
  case date(DateRange)
  /// Articles without a date of their own (`date:none`).
  case undated
  /// A date named in the text.
  case mentions(DateRange)
  /// The paper, agency or feed, as typed.
  case source(String)
  /// The author, as typed.
  case byline(String)
  /// The article's language, ISO 639-1.
  case language(String)
}
