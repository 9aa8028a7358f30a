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

/// Gives the people of stored articles the names that changed rules ask for; one transaction.
final class PersonReplay {
  private let database: Connection
  private let rules: PersonRules
  private let namesKeptApart: Set<String>
  private let loader: ArticleLoader
  private let entities: EntityTable
  private let unruled: UnruledPeople
  private let holders: Statement
  private lazy var tagger = Tagger()
  /// The `person` column of the articles changed.
  private var columns: [Int64: [UInt32]] = [:]

  init(_ database: Connection, rules: PersonRules) throws {
    self.database = database
    self.rules = rules
    namesKeptApart = rules.namesKeptApart
    loader = try ArticleLoader(database)
    entities = try EntityTable(database)
    unruled = try UnruledPeople(database)
    holders = try Statement(
      database,
      """
      SELECT article_id FROM unruled_person WHERE name = ?1 UNION
      SELECT article_id FROM article_entity JOIN entity ON entity.id = entity_id
      WHERE kind = 'person' AND value = ?1
      """)
  }

  /// Names the people anew of all articles that name one of `names` with or without rules.
  ///
  /// - Returns: the number of articles that changed.
  func run(over names: Set<String>) throws -> Int {
    var articles: Set<Int64> = []
    for name in names { try holders.forEach(.text(name)) { articles.insert($0.integer(0)) } }
    for article in articles.sorted() { try replay(article) }
    try entities.removeUnused()
    try ColumnQueue(database).setPeople(columns)
    return columns.count
  }

  private func replay(_ id: Int64) throws {
    guard let stored = try loader.storedArticle(id) else { return }
    let article = stored.article
    let before = try unruled.people(of: id) ?? stored.tags.people
    let after = rules.apply(to: keptApart(before, article), of: article.id, on: article.date)
    if Self.byName(after) == Self.byName(stored.tags.people) { return }
    try entities.untagPeople(of: id)
    let rows = after.map { PreparedArticle.EntityMentions(.person, $0.name, $0.mentions) }
    columns[id] = try entities.tag(article: id, rows).people
    try unruled.set(Self.byName(after) == Self.byName(before) ? [] : before, of: id)
  }

  /// The names that the article itself gives are found by tagging its text again.
  private func keptApart(_ people: [PersonTag], _ article: Article) -> [PersonTag] {
    guard people.contains(where: { namesKeptApart.contains($0.name) }) else { return people }
    return rules.keptApart(people, tagged: tagger.tags(of: article).people)
  }

  private static func byName(_ people: [PersonTag]) -> [PersonTag] {
    people.sorted { $0.name < $1.name }
  }
}
