package import IndexDefinition
internal import SQLite
package import SearchModel
internal import Tagging

/// The user's corrections of who is who in an index: made, listed and taken back.
///
/// They take effect at once on all stored articles and on every later run.
package struct PersonCorrections: Sendable {
  private let index: ArticleIndex
  private let patience: Duration

  /// - Parameter patience: how long to wait for another writer before giving up.
  package init(index: ArticleIndex, patience: Duration = .seconds(10)) {
    self.index = index
    self.patience = patience
  }

  /// In the order in which they were made.
  package func rules() throws -> [MadeRule] {
    try index.read { try PersonRuleTable(database: $0).all() }
  }

  /// Adds rules behind those there are.
  ///
  /// - Parameter skippingKnown: leaves out rules that are there already.
  package func make(_ rules: [PersonRule], skippingKnown: Bool = false) throws -> RuleChange {
    try change { table in
      let known = Set(skippingKnown ? try table.all().map(\.rule) : [])
      let new = rules.filter { !known.contains($0) }
      for rule in new { try table.add(rule) }
      return RuleChange(made: new)
    }
  }

  /// Takes back one rule, by its place in ``rules()`` from 1; nil: the last.
  ///
  /// - Returns: nothing undone when there is no such rule.
  package func undo(_ number: Int? = nil) throws -> RuleChange {
    try change { table in
      let rules = try table.all()
      let position = (number ?? rules.count) - 1
      guard rules.indices.contains(position) else { return RuleChange() }
      try table.remove(at: position)
      return RuleChange(undone: [rules[position].rule])
    }
  }

  /// Changes the rules and all articles concerned in one transaction, as the one writer.
  private func change(_ body: (PersonRuleTable) throws -> RuleChange) throws -> RuleChange {
    let lock = try WriterLock(indexPath: index.path, patience: patience)
    defer { lock.release() }
    return try index.write { database in
      try database.transaction(.immediate) {
        let table = PersonRuleTable(database: database)
        let old = try table.rules
        var change = try body(table)
        let new = try table.rules
        let names = Self.names(concernedBy: change)
        change.articles = try PersonReplay(database, rules: new)
          .run(over: old.names(leadingTo: names).union(new.names(leadingTo: names)))
        return change
      }
    }
  }

  private static func names(concernedBy change: RuleChange) -> Set<String> {
    let changed = PersonRules(change.made + change.undone)
    return Set(changed.rules.map(\.name)).union(changed.namesKeptApart)
  }
}
