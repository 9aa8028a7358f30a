public import ArticleModel

/// An article as the index holds it, with its tags and the places of its duplicates.
public struct StoredArticle: Sendable, Equatable {
  /// As read, byte for byte.
  public var article: Article
  /// Who, where and when it mentions.
  public var tags: Tags
  /// Where the same title, day and body were found again.
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

  /// The articles that are near-copies of it: one story.
  public var nearCopies: [DuplicatePlace] = []

  /// Another place of an article, or of a near-copy.
  public struct DuplicatePlace: Sendable, Equatable {
    /// The id that it has there.
    public var id: String
    /// The file.
    public var path: String
    /// The paper, agency or feed that published it there.
    public var source: String?
    /// Where it stands on the web.
    public var url: String?

    package init(id: String, path: String, source: String? = nil, url: String? = nil) {
      (self.id, self.path, self.source, self.url) = (id, path, source, url)
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
