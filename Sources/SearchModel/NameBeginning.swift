/// A name of the index that goes on from what was typed, for completing it.
package struct NameBeginning: Sendable, Equatable {
  package enum Kind: Sendable { case person, country, source }

  /// As a filter takes it.
  package var name: String
  /// What a country is called; of the others empty.
  package var label = ""
  /// The articles with it; nil where there was no time to count, and for countries and sources.
  package var articles: Int?

  package init(name: String, label: String = "", articles: Int? = nil) {
    self.name = name
    self.label = label
    self.articles = articles
  }
}
