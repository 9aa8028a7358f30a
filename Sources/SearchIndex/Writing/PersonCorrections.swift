package import IndexDefinition
internal import NewsTagging
internal import SQLite
package import SearchModel

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

  /// Adds rules behind those there are; articles in them that are named by what an index of format 1
  /// called them are named by their ids of today.
  ///
  /// - Parameter skippingKnown: leaves out rules that are there already.
  package func make(_ rules: [PersonRule], skippingKnown: Bool = false) throws -> RuleChange {
    try change { table in
      let known = Set(skippingKnown ? try table.all().map(\.rule) : [])
      let new = try Self.withIDsOfToday(rules, table.database).filter { !known.contains($0) }
      for rule in new { try table.add(rule) }
      return RuleChange(made: new)
    }
  }

  private static func withIDsOfToday(
    _ rules: [PersonRule], _ database: Connection
  ) throws -> [PersonRule] {
    try rules.map { rule in
      guard case .split(let name, let other, .article(let id)) = rule,
        try database.value("SELECT 1 FROM article WHERE external_id = ?", .text(id)) as Int? == nil,
        let today = try FormerIDs(database).today(of: id)
      else { return rule }
      return .split(name, into: other, where: .article(today))
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
        change.articles = try Self.settle(database, change, old: old, new: new)
        return change
      }
    }
  }

  /// Brings all articles in line with the rules that changed.
  ///
  /// - Returns: how many changed.
  private static func settle(
    _ database: Connection, _ change: RuleChange, old: PersonRules, new: PersonRules
  ) throws -> Int {
    let changed = PersonRules(change.made + change.undone)
    let concerned = Set(changed.rules.map(\.name))
    let shown = old.names(leadingTo: concerned).union(new.names(leadingTo: concerned))
    let names = try PersonNameTable(database)
    var settlement = try PeopleSettlement(database, names, old: old, new: new)
    try settlement.find(changed.namesKeptApart)
    let people = Set(try shown.sorted().compactMap(names.known))
    let articles = try settlement.articles(of: people)
    return try settlement.run(also: articles).count
  }
}
