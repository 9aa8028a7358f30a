internal import QueryLanguage

/// A word with open ends or a typing error, to be compared with the vocabulary's terms.
struct TermPattern {
  let core: String
  let form: Term.Form

  init(_ core: String, _ form: Term.Form) {
    self.core = core
    self.form = form
  }

  /// As it is typed.
  var text: String {
    switch form {
    case .suffix: "*\(core)"
    case .infix: "*\(core)*"
    case .prefix: "\(core)*"
    case .fuzzy: "\(core)~"
    case .exact, .stemmed: core
    }
  }

  func matches(_ term: String) -> Bool {
    switch form {
    case .suffix: term.utf8.reversed().starts(with: core.utf8.reversed())
    case .prefix: term.utf8.starts(with: core.utf8)
    case .infix: term.contains(core)
    case .fuzzy: EditDistance.distance(core, term, limit: 1) <= 1
    case .exact, .stemmed: term == core
    }
  }
}
