public import ArticleModel

/// An article as the index holds it, with its tags and the places of its duplicates.
public struct StoredArticle: Sendable, Equatable {
  /// As read, byte for byte.
  public var article: Article
  /// Who, where and when it mentions.
  public var tags: Tags
  /// Where the same body was found again.
  public var duplicatePlaces: [DuplicatePlace]

  /// A file that holds the same text.
  public struct DuplicatePlace: Sendable, Equatable {
    /// The id that the article has there.
    public var id: String
    /// The file.
    public var path: String
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
