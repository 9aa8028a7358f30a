internal import IndexDefinition
internal import SQLite
internal import SearchModel
internal import Tagging

/// Gives the people of stored articles the names that changed rules ask for; one transaction.
final class PersonReplay {
  private let database: Connection
  private let rules: PersonRules
  private let namesKeptApart: Set<String>
  private let shelf: ArticleShelf
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
    shelf = try ArticleShelf(database)
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
    guard let stored = try shelf.storedArticle(id) else { return }
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
