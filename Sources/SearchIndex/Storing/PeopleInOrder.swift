internal import GRDB
internal import IndexDefinition
internal import Tagging

/// Settles the names of people across articles, in the order in which articles are stored, so that
/// the same files give the same names on every machine.
final class PeopleInOrder {
  /// The most names kept in memory.
  private static let capacity = 200_000

  private var directory = PersonDirectory(capacity: capacity)

  /// Knows the people of the index already.
  init(_ database: Database) throws {
    let sightings = try PersonSightings(database)
    let name = try PreparedStatement(database, "SELECT value FROM entity WHERE id = ?")
    for sighting in sightings.mostFrequent(Self.capacity) {
      guard let value = try name.first(.integer(sighting.entity), read: { $0.text(0) }) else {
        continue
      }
      directory.restore(
        .init(
          name: value, articles: sighting.articles,
          latest: CalendarDate(packed: sighting.latest)))
    }
  }

  /// Names the people of all articles among `steps`, which are looked at together.
  func resolve(_ steps: inout [ReadStep]) {
    let places = steps.indices.filter { if case .article = steps[$0] { true } else { false } }
    let articles = places.compactMap { place -> PreparedArticle? in
      if case .article(let article) = steps[place] { article } else { nil }
    }
    for (place, article) in zip(places, resolve(articles)) { steps[place] = .article(article) }
  }

  func resolve(_ article: PreparedArticle) -> PreparedArticle {
    resolve([article]).first ?? article
  }

  private func resolve(_ articles: [PreparedArticle]) -> [PreparedArticle] {
    let people = directory.resolve(articles.map { (people: $0.people, date: $0.article.date) })
    return zip(articles, people).map { article, people in
      var article = article
      article.rename(people)
      return article
    }
  }
}
