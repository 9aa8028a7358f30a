internal import IndexDefinition
internal import NewsTagging
internal import SQLite

/// Settles the names of people across articles, in the order in which articles are stored, so that
/// the same files give the same names on every machine.
final class PeopleInOrder {
  /// The most names kept in memory.
  private static let capacity = 200_000

  /// The user's corrections, to be applied to the names settled here.
  let rules: PersonRules
  private let database: Connection
  private let forms: PersonForms
  /// Nil until the first article comes: a run that finds nothing new has no use for it.
  private var directory: PersonDirectory?

  init(_ database: Connection) throws {
    self.database = database
    forms = try PersonForms(database)
    rules = try PersonRuleTable(database: database).rules
  }

  /// Names the people of all articles among `steps`, which are looked at together.
  func resolve(_ steps: inout [ReadStep<PreparedArticle>]) throws {
    let places = steps.indices.filter { if case .article = steps[$0] { true } else { false } }
    let articles = places.compactMap { place -> PreparedArticle? in
      if case .article(let article) = steps[place] { article } else { nil }
    }
    if articles.isEmpty { return }
    for (place, article) in zip(places, try resolve(articles)) { steps[place] = .article(article) }
  }

  /// Keeps what later runs must know of the names settled; in the articles' transaction.
  func apply() throws {
    try forms.apply()
  }

  func resolve(_ article: PreparedArticle) throws -> PreparedArticle {
    try resolve([article]).first ?? article
  }

  /// The same articles with their people named, which are looked at together.
  func resolve(_ articles: [PreparedArticle]) throws -> [PreparedArticle] {
    var directory = try self.directory ?? restored()
    // One owner only, lest the directory be copied when it changes.
    self.directory = nil
    let people = directory.resolve(articles.map { (people: $0.people, date: $0.article.date) })
    forms.add(directory.takeForms())
    self.directory = directory
    return zip(articles, people).map { article, people in
      var article = article
      article.rename(people)
      return article
    }
  }

  /// A directory that knows the people of the index already, by their names without rules.
  private func restored() throws -> PersonDirectory {
    var directory = PersonDirectory(rules: rules, capacity: Self.capacity)
    var sightings = try PersonSightings(database)
    try sightings.leaveOutRuled(database)
    let name = try Statement(database, "SELECT value FROM entity WHERE id = ?")
    for sighting in sightings.mostFrequent(Self.capacity) {
      let latest = CalendarDate(packed: sighting.latest)
      try name.forEach(.integer(sighting.entity)) {
        directory.restore(
          .init(name: $0.text(0), articles: sighting.articles, latest: latest))
      }
    }
    try UnruledPeople(database).forEachEntry { directory.restore($0) }
    try forms.forEach { directory.restore($0) }
    return directory
  }
}
