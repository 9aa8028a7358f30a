internal import ArticleModel

extension Query: CustomStringConvertible {
  /// The query in its own language: parsing it gives this tree again.
  public var description: String { text(inside: .or) }

  /// How tightly operators bind, loosest first.
  private enum Binding: Int {
    case or, and, sequence, single
  }

  /// The text, bracketed where it binds looser than its place asks for.
  private func text(inside place: Binding) -> String {
    switch self {
    case .all: "*"
    case .term(let term): term.marked
    case .phrase(let phrase): phrase.quoted
    case .sequence(let clauses): Self.join(clauses, " ", as: .sequence, inside: place)
    case .and(let clauses): Self.join(clauses, " AND ", as: .and, inside: place)
    case .or(let clauses): Self.join(clauses, " OR ", as: .or, inside: place)
    case .not(let clause): "-" + clause.text(inside: .single)
    case .within(let field, let clause): "\(field.rawValue):" + clause.text(inside: .single)
    case .filter(let filter): filter.expression
    }
  }

  private static func join(
    _ clauses: [Query], _ separator: String, as binding: Binding, inside place: Binding
  ) -> String {
    let tighter = Binding(rawValue: binding.rawValue + 1) ?? .single
    let text = clauses.map { $0.text(inside: tighter) }.joined(separator: separator)
    return binding.rawValue < place.rawValue ? "(\(text))" : text
  }
}

extension Phrase {
  /// The phrase in the query language.
  var quoted: String {
    "\"\(text)\(lastIsPrefix ? "*" : "")\"" + (slop.map { "~\($0)" } ?? "")
  }
}

extension Filter {
  /// The filter in the query language.
  package var expression: String {
    switch self {
    case .person(let name): Self.text(.person, name)
    case .country(let name): Self.text(.country, name)
    case .source(let name): Self.text(.source, name)
    case .byline(let name): Self.text(.byline, name)
    case .language(let code): Self.text(.language, code)
    case .date(let range): Self.text(.date, range.expression)
    case .mentions(let range): Self.text(.mentions, range.expression)
    case .undated: Self.text(.date, QueryField.noDate)
    }
  }

  private static func text(_ field: QueryField, _ value: String) -> String {
    "\(field.rawValue):" + (canStandBare(value) ? value : "\"\(value)\"")
  }

  /// Letters, digits and harmless marks alone; `-` and `=` not in front.
  private static func canStandBare(_ value: String) -> Bool {
    guard let first = value.unicodeScalars.first, first != "-", first != "=" else { return false }
    return value.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "._-'’&<>=*".unicodeScalars.contains($0)
    }
  }
}
