public import ArticleModel

/// An article as the index holds it, with its tags and the places of its duplicates.
public struct StoredArticle: Sendable, Equatable {
  /// As read, byte for byte.
  public var article: Article
  /// Who, where and when it mentions.
  public var tags: Tags
  /// Where the same body was found again.
  public var duplicatePlaces: [DuplicatePlace]

  /// The file that it was read from, as it was then; nil for an article of no file.
  package var file: IndexedFile?

  /// A file as the index knows it.
  package struct IndexedFile: Sendable, Equatable {
    /// Absolute; `-` for standard input.
    package var path: String
    /// Bytes; -1 while not all its articles are stored.
    package var size: Int
    /// Nanoseconds since 1970.
    package var modified: Int
    package init(path: String, size: Int, modified: Int) {
      self.path = path
      self.size = size
      self.modified = modified
    }
  }

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

  package init(
    article: Article, tags: Tags, duplicatePlaces: [DuplicatePlace], file: IndexedFile? = nil
  ) {
    self.article = article
    self.tags = tags
    self.duplicatePlaces = duplicatePlaces
    self.file = file
  }
}
