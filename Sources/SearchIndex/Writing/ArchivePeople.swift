internal import IndexDefinition
internal import NewsTagging
internal import SQLite

/// Who is who across the articles of an index: a function of all its articles and the user's rules,
/// whatever way they came in.
///
/// While a run stores articles, their people go by the names that their batch makes likely; when it
/// ends, ``settle(all:)`` settles every family of which an article came, changed or went. Until then the
/// index says so (``SettledState``), so that a run that was cut off is made good by the next.
final class ArchivePeople {
  /// The user's corrections, to be applied to the names settled here.
  let rules: PersonRules
  private let database: Connection
  private let names: PersonNameTable
  private let column: NameColumn
  /// Names of before the run, of which articles came, changed or went.
  private var touched: Set<UInt32> = []
  /// Names of which articles went.
  private var forgotten: Set<UInt32> = []
  /// Names that came in this run, and of these the ones that articles stored have.
  private let firstNew: UInt32
  private var stored = RowIDSet()
  /// Articles that this run stored.
  private var articles = RowIDSet()

  init(_ database: Connection) throws {
    self.database = database
    rules = try PersonRuleTable(database: database).rules
    names = try PersonNameTable(database)
    column = try NameColumn(database)
    firstNew = try names.highestID() + 1
  }

  /// Gives the people of all articles among `steps` the names that these articles make likely.
  func guess(_ steps: inout [ReadStep<PreparedArticle>]) {
    let places = steps.indices.filter { if case .article = steps[$0] { true } else { false } }
    let articles = places.compactMap { place -> PreparedArticle? in
      if case .article(let article) = steps[place] { article } else { nil }
    }
    for (place, article) in zip(places, guess(articles)) { steps[place] = .article(article) }
  }

  func guess(_ articles: [PreparedArticle]) -> [PreparedArticle] {
    let directory = PersonDirectory(
      articles.map { (people: $0.people, date: $0.article.date) }, rules: rules)
    return zip(articles, directory.names).map { article, names in
      var article = article
      article.names = names
      return article
    }
  }

  /// Notes the people of an article that is stored.
  ///
  /// - Returns: its value in the column `name`.
  func store(_ article: PreparedArticle, in row: Int64) throws -> [UInt32] {
    articles.insert(row)
    hasWork = true
    let people = try zip(article.people, article.names).map { person, name in
      NamedPerson(name: try names.id(of: person.name), meant: try names.id(of: name))
    }
    for person in people {
      if person.name < firstNew {
        touched.insert(person.name)
      } else {
        stored.insert(Int64(person.name))
      }
    }
    return NameColumn.encoded(people)
  }

  /// Notes that an article goes or changes.
  func forget(_ row: Int64) throws {
    hasWork = true
    for person in try column.people(of: row) { forgotten.insert(person.name) }
  }

  /// A batch was applied: the column has changed.
  func forgetChunk() { column.forgetChunk() }

  /// Settles who is who, in the transaction of the last batch.
  ///
  /// - Parameter all: in all families, whatever this run did.
  /// - Returns: how many articles of before the run have people of other names now.
  func settle(all: Bool) throws -> Int {
    column.forgetChunk()
    let last = try names.highestID()
    let new = firstNew <= last ? Array(firstNew...last) : []
    var settlement = try PeopleSettlement(database, names, old: rules, new: rules)
    if !all {
      let unsure = forgotten.union(new.filter { !stored.contains(Int64($0)) })
      try settlement.find(came: new, mayBeGone: unsure, touched: touched.union(forgotten))
    } else {
      try settlement.findAll()
    }
    let changed = try settlement.run()
    return changed.count { !articles.contains($0) }
  }

  /// Whether articles came, changed or went.
  private(set) var hasWork = false
}
