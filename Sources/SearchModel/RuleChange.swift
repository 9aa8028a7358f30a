package import IndexDefinition

/// A correction in force.
package struct MadeRule: Sendable, Equatable {
  package var rule: PersonRule
  /// ISO 8601, UTC.
  package var made: String

  package init(rule: PersonRule, made: String) {
    self.rule = rule
    self.made = made
  }
}

/// What a change did: the rules made or undone, and how many articles it gave other people.
package struct RuleChange: Sendable, Equatable {
  package var made: [PersonRule] = []
  package var undone: [PersonRule] = []
  package var articles = 0

  package init(made: [PersonRule] = [], undone: [PersonRule] = [], articles: Int = 0) {
    self.made = made
    self.undone = undone
    self.articles = articles
  }
}
