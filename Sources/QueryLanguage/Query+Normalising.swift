internal import ArticleModel

/// Trees of one shape for one meaning, however the brackets stood.
extension Query {
  /// The clauses side by side; nil for none, the clause itself for one.
  static func sequence(of clauses: [Query]) -> Query? {
    joined(clauses, by: Query.sequence) { if case .sequence(let inner) = $0 { inner } else { nil } }
  }

  static func and(of clauses: [Query]) -> Query? {
    joined(clauses, by: Query.and) { if case .and(let inner) = $0 { inner } else { nil } }
  }

  static func or(of clauses: [Query]) -> Query? {
    joined(clauses, by: Query.or) { if case .or(let inner) = $0 { inner } else { nil } }
  }

  /// The opposite; of an opposite, the clause itself.
  var negated: Query {
    if case .not(let inner) = self { inner } else { .not(self) }
  }

  /// The clause in one field: an inner field has the last word, filters know no field.
  func searched(in field: Field) -> Query {
    switch self {
    case .within, .filter, .all: self
    case .not(let inner): inner.searched(in: field).negated
    default: .within(field, self)
    }
  }

  private static func joined(
    _ clauses: [Query], by join: ([Query]) -> Query, unfolding inner: (Query) -> [Query]?
  ) -> Query? {
    let flat = clauses.flatMap { inner($0) ?? [$0] }
    return flat.count > 1 ? join(flat) : flat.first
  }
}
