internal import QueryLanguage
internal import Tokenizing

extension Query {
  /// Clauses side by side that may be missing one by one.
  var clauseCount: Int {
    switch self {
    case .sequence(let parts), .and(let parts):
      parts.reduce(0) { $0 + ($1.scoresNothing ? 0 : max(1, $1.clauseCount)) }
    case .within(_, let part): part.clauseCount
    case .term(let term): term.pairCount
    case .phrase, .or: 1
    case .all, .not, .filter: 0
    }
  }

  private var scoresNothing: Bool {
    switch self {
    case .filter, .not, .all: true
    default: false
    }
  }

  /// Words that were typed without a mark and are asked for.
  var correctableTerms: [Term] {
    switch self {
    case .term(let term): term.form == .stemmed ? [term] : []
    case .sequence(let parts), .and(let parts), .or(let parts): parts.flatMap(\.correctableTerms)
    case .within(_, let part): part.correctableTerms
    case .all, .phrase, .not, .filter: []
    }
  }

  /// The word at the end, where the query is words side by side and it has no mark.
  var lastTerm: Term? {
    switch self {
    case .term(let term): term.form == .stemmed ? term : nil
    case .sequence(let parts): parts.last?.lastTerm
    default: nil
    }
  }

  /// The same with the word at the end as the beginning of words.
  var continuingLast: Query {
    switch self {
    case .term(let term): .term(Term(term.text, .prefix))
    case .sequence(let parts): .sequence(parts.dropLast() + [parts[parts.count - 1].continuingLast])
    default: self
    }
  }

  /// Every word of the query, in its order.
  var terms: [Term] {
    switch self {
    case .term(let term): [term]
    case .sequence(let parts), .and(let parts), .or(let parts): parts.flatMap(\.terms)
    case .within(_, let part), .not(let part): part.terms
    case .all, .phrase, .filter: []
    }
  }

  /// The people whom the query's filters name, in its order.
  var people: [String] {
    switch self {
    case .filter(.person(let name)): [name]
    case .sequence(let parts), .and(let parts), .or(let parts): parts.flatMap(\.people)
    case .within(_, let part), .not(let part): part.people
    case .all, .term, .phrase, .filter: []
    }
  }

  /// The same with a word, or several, for `term`.
  func replacing(_ term: Term, by text: String) -> Query {
    switch self {
    case .term(term):
      let words = text.split(separator: " ").map { Query.term(Term(String($0))) }
      return words.count == 1 ? words[0] : .sequence(words)
    case .sequence(let parts):
      return .sequence(
        parts.flatMap { part in
          let replaced = part.replacing(term, by: text)
          if case .term = part, case .sequence(let words) = replaced { return words }
          return [replaced]
        })
    case .and(let parts): return .and(parts.map { $0.replacing(term, by: text) })
    case .or(let parts): return .or(parts.map { $0.replacing(term, by: text) })
    case .within(let field, let part): return .within(field, part.replacing(term, by: text))
    case .all, .term, .phrase, .not, .filter: return self
    }
  }
}

extension Term {
  /// Pairs of a word written without spaces, each of which may be missing; 1 of every other word.
  fileprivate var pairCount: Int {
    guard form == .stemmed, let pairs = Bigrams.text(of: text) else { return 1 }
    return pairs.utf8.count { $0 == UInt8(ascii: " ") } + 1
  }
}
