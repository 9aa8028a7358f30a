internal import ArticleModel

extension Query {
  /// The query as an indented tree, a clause a line, for `--explain`.
  package var tree: String {
    lines.joined(separator: "\n")
  }

  private var lines: [String] {
    switch self {
    case .all: ["every article"]
    case .term(let term): [term.explanation]
    case .phrase(let phrase): [phrase.explanation]
    case .sequence(let clauses): Self.lines("side by side", clauses)
    case .and(let clauses): Self.lines("all of", clauses)
    case .or(let clauses): Self.lines("any of", clauses)
    case .not(let clause): Self.lines("not", [clause])
    case .within(let field, let clause): Self.lines("in the \(field.rawValue)", [clause])
    case .filter(let filter): ["filter \(filter.expression)"]
    }
  }

  private static func lines(_ head: String, _ clauses: [Query]) -> [String] {
    [head] + clauses.flatMap(\.lines).map { "  " + $0 }
  }
}

extension Term {
  fileprivate var explanation: String {
    switch form {
    case .stemmed: "word \(text), with the forms of its stem"
    case .exact: "word \(text), this form only"
    case .prefix: "words that begin with \(text)"
    case .suffix: "words that end with \(text)"
    case .infix: "words that contain \(text)"
    case .pattern: "words of the pattern \(text)"
    case .fuzzy: "words within one typing error of \(text)"
    }
  }
}

extension Phrase {
  fileprivate var explanation: String {
    let words = "“\(text)\(lastIsPrefix ? "*" : "")”"
    guard let slop else { return "phrase \(words)" }
    return "words near each other \(words), at most \(slop) between"
  }
}
