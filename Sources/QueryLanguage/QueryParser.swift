/// Reads a query string; any string is a query.
///
/// Two stages: `QueryLexer` cuts the string into lexemes, `LexemeReader` makes the tree. Both are
/// linear in the length of the string, and the tree is no deeper than ``maximumDepth`` brackets.
/// What has no meaning where it stands is searched as words and told in the notes.
///
/// # Grammar
///
/// ```
/// query    = or
/// or       = and { "OR" and }
/// and      = sequence { "AND" sequence }
/// sequence = near { near }                   side by side: the match mode decides
/// near     = single { ("NEAR" | "NEAR/n") single }
/// single   = { "-" | "NOT" | "=" | field ":" } operand
/// operand  = word | phrase | "(" query ")" | "NEAR(" words [ "," n ] ")"
/// word     = text | text"*" | "*"text | "*"text"*" | te"*"xt | text"~"
/// phrase   = '"' text [ "*" ] '"' [ "*" ] [ "~"n ]     also “…” „…“ «…» »…« 「…」
/// field    = "title" | "body"                          where to search
///          | "person" | "country" | "source" | "byline" | "language"     filters
///          | "date" | "mentions"                       filters, by a date expression
/// date     = day | day".."day | day".." | ".."day | (">" | ">=" | "<" | "<=")day | "*" | "none"
/// day      = YYYY [ "-"MM [ "-"DD ] ]
/// ```
///
/// - Operators are upper case; a field's name may be of any case and touches its colon and operand.
/// - `-` and `=` count only where a word could begin: `multi-agent` is one word, `a - b` two.
/// - A word is everything up to white space, a bracket or a quotation mark: `U.S.`, `AT&T`, `C++`
///   and addresses stay whole. Words without a letter or digit are left out.
/// - A field before a bracket holds for everything in it that names no field of its own:
///   `country:(FR OR DE)`. A field's value is in quotation marks when it has several words.
/// - An operator without an operand is a word (`AND` at the end, `NEAR` between groups).
/// - An unclosed quotation mark or bracket closes at the end; a closing one alone is left out.
public struct QueryParser {
  /// Brackets deeper than this are left out.
  public static let maximumDepth = 16
  /// Pieces of a query that are read: words, operators, brackets.
  public static let maximumLength = 2000

  /// Which of AND, OR, NOT and NEAR are operators, and which marks quote.
  package enum Operators: Sendable {
    case all
    /// None in a query all in capitals, such as a pasted headline (`Lexeme.isShouted`), and none that a
    /// sentence stresses (`SentenceOperators`); and 'several words' between single marks are a phrase.
    case whereMeant
  }

  private let operators: Operators

  /// A parser; all are alike.
  public init() {
    self.init(operators: .all)
  }

  package init(operators: Operators) {
    self.operators = operators
  }

  /// The tree of `text`, with what was not understood searched as words and told in `notes`.
  ///
  /// The notes are sentences for people, each once, eight at most. Nested lists of one kind are
  /// flattened and single clauses stand alone, so that a meaning has one tree. An empty query is
  /// ``Query/all``.
  public func parse(_ text: String) -> (query: Query, notes: [String]) {
    let (query, notes) = read(text)
    return (query, notes.texts)
  }

  /// What of `text` was meant as a field or a date and is none: where a query is taken strictly, it is
  /// an error.
  package func mistakes(in text: String) -> [String] { read(text).notes.mistakes }

  private func read(_ text: String) -> (query: Query, notes: QueryNotes) {
    var (lexemes, notes) = QueryLexer.lexemes(
      of: text, singleMarks: operators == .whereMeant)
    if lexemes.count > Self.maximumLength {
      notes.add("The query is too long: only its first \(Self.maximumLength) words were searched.")
      lexemes.removeLast(lexemes.count - Self.maximumLength)
    }
    if operators == .whereMeant { lexemes = Self.meant(lexemes, &notes) }
    lexemes = BracketBalance.balanced(lexemes, maximumDepth: Self.maximumDepth, notes: &notes)
    var reader = LexemeReader(lexemes, notes: notes)
    return (reader.readAll() ?? .all, reader.notes)
  }

  /// The lexemes with operators that are none as words.
  private static func meant(_ lexemes: [Lexeme], _ notes: inout QueryNotes) -> [Lexeme] {
    if Lexeme.isShouted(lexemes) {
      notes.add("A query all in capitals has no operators: they were searched as words.")
      return lexemes.map(\.withoutOperator)
    }
    let (lexemes, words) = SentenceOperators.removed(from: lexemes)
    for word in words {
      notes.add("\(word) was searched as a word: it stands within a sentence.")
    }
    return lexemes
  }
}
