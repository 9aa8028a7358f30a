/// A person of an index and the number of articles that name them.
package struct KnownPerson: Sendable, Equatable {
  package var name: String
  package var articles: Int

  package init(name: String, articles: Int) {
    self.name = name
    self.articles = articles
  }
}
