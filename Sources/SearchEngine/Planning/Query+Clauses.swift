internal import QueryLanguage

extension Query {
  /// A word without marks; nil for anything else.
  var bareWord: String? {
    guard case .term(let term) = self, term.form == .stemmed else { return nil }
    return term.text
  }

  /// A clause that restricts without scoring.
  var isRestriction: Bool {
    switch self {
    case .filter, .not: true
    default: false
    }
  }
}
