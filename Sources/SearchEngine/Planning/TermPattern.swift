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
    case .exact, .stemmed, .pattern: core
    }
  }

  func matches(_ term: String) -> Bool {
    switch form {
    case .suffix: term.utf8.reversed().starts(with: core.utf8.reversed())
    case .prefix: term.utf8.starts(with: core.utf8)
    case .infix: term.contains(core)
    case .fuzzy: EditDistance.distance(core, term, limit: 1) <= 1
    case .pattern:
      Self.matches(
        term.utf8[...],
        core.utf8.split(
          separator: UInt8(ascii: "*"), omittingEmptySubsequences: false))
    case .exact, .stemmed: term == core
    }
  }

  /// Whether the term begins with the first part, ends with the last and holds the others between,
  /// in this order.
  private static func matches(_ term: Substring.UTF8View, _ parts: [Substring.UTF8View]) -> Bool {
    guard let first = parts.first, let last = parts.last, term.starts(with: first) else {
      return false
    }
    var rest = term.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      while !rest.starts(with: part) {
        guard !rest.isEmpty else { return false }
        rest = rest.dropFirst()
      }
      rest = rest.dropFirst(part.count)
    }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }
}
