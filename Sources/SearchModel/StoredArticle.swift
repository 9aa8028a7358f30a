package import IndexDefinition

/// An article as the index holds it, with its tags and the places of its duplicates.
package struct StoredArticle: Sendable, Equatable {
  package var article: Article
  package var tags: Tags
  /// Where the same body was found again.
  package var duplicatePlaces: [DuplicatePlace]

  package struct DuplicatePlace: Sendable, Equatable {
    package var id: String
    package var path: String
    package init(id: String, path: String) {
      self.id = id
      self.path = path
    }
  }

  package init(article: Article, tags: Tags, duplicatePlaces: [DuplicatePlace]) {
    self.article = article
    self.tags = tags
    self.duplicatePlaces = duplicatePlaces
  }
}
