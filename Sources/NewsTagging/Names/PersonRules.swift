package import IndexDefinition

/// A user's corrections in the order in which they were made.
///
/// They are replayed over the names that the text and the ``PersonDirectory`` give, each rule over
/// what the earlier ones left; the same rules give the same names on every run.
package struct PersonRules: Sendable, Equatable {
  package private(set) var rules: [PersonRule]
  /// Positions in ``rules`` by the name that a rule is about, ascending.
  private var positions: [String: [Int]] = [:]
  /// Whether some rule keeps names apart.
  private(set) var hasNamesKeptApart = false

  package init(_ rules: [PersonRule] = []) {
    self.rules = []
    for rule in rules { append(rule) }
  }

  /// Reads rules as ``text`` writes them; empty lines and those that start with `#` say nothing.
  ///
  /// - Throws: the first line's ``PersonRule/SyntaxError``.
  package init(text: String) throws(PersonRule.SyntaxError) {
    var rules: [PersonRule] = []
    for line in text.split(whereSeparator: \.isNewline) {
      guard let first = line.first(where: { !$0.isWhitespace }), first != "#" else { continue }
      rules.append(try PersonRule(line: String(line)))
    }
    self.init(rules)
  }

  /// One rule a line.
  package var text: String { rules.map { "\($0)\n" }.joined() }

  package mutating func append(_ rule: PersonRule) {
    positions[rule.name, default: []].append(rules.count)
    rules.append(rule)
    if case .keepApart = rule { hasNamesKeptApart = true }
  }

  /// Takes back the last rule that equals `rule`; false when there is none.
  package mutating func remove(_ rule: PersonRule) -> Bool {
    guard let position = rules.lastIndex(of: rule) else { return false }
    var rules = rules
    rules.remove(at: position)
    self = PersonRules(rules)
    return true
  }

  /// Whether a rule forbids taking the one name for a way to write the other.
  package func keepApart(_ one: String, _ other: String) -> Bool {
    guard !positions.isEmpty else { return false }
    return positions[one, default: []].contains { rules[$0] == .keepApart(one, from: other) }
      || positions[other, default: []].contains { rules[$0] == .keepApart(other, from: one) }
  }

  /// The names that some rule keeps apart from others, and those others.
  package var namesKeptApart: Set<String> {
    Set(
      rules.flatMap { rule -> [String] in
        if case .keepApart(let one, let other) = rule { [one, other] } else { [] }
      })
  }

  /// The names that the rules may turn into one of `names`, those included.
  package func names(leadingTo names: Set<String>) -> Set<String> {
    rules.reversed().reduce(into: names) { found, rule in
      if let other = rule.otherName, found.contains(other) { found.insert(rule.name) }
    }
  }

  /// An article's people under the names that the rules give, those hidden left out.
  package func apply(
    to people: [PersonTag], of id: String, on date: CalendarDate?
  ) -> [PersonTag] {
    guard !rules.isEmpty else { return people }
    return PersonTag.joined(
      people.compactMap { tag in
        name(for: tag.name, of: id, on: date).map {
          PersonTag(name: $0, mentions: tag.mentions, isAssumed: tag.isAssumed)
        }
      })
  }

  /// What becomes of a name in an article; nil: it is hidden.
  package func name(for name: String, of id: String, on date: CalendarDate?) -> String? {
    var name = name
    var next = 0
    while let position = positions[name]?.first(where: { $0 >= next }) {
      switch rules[position] {
      case .merge(_, let other), .rename(_, let other): name = other
      case .split(_, let other, let condition):
        if condition.holds(of: id, on: date) { name = other }
      case .hide: return nil
      case .keepApart: break
      }
      next = position + 1
    }
    return name
  }
}

extension PersonRule.Condition {
  func holds(of id: String, on date: CalendarDate?) -> Bool {
    switch self {
    case .article(let article): article == id
    case .dates(let range): date.map(range.contains) ?? false
    }
  }
}
