internal import ArticleReading
internal import IndexDefinition

/// What reading hands on, in the order of the files and of the articles in them: articles as they
/// were read, then prepared.
enum ReadStep<Content: Sendable>: Sendable {
  /// A file that need not be read again, with its number in the index.
  case unchanged(SourceFile, id: Int64, articles: Int)
  /// The same of a file that had another path.
  case moved(SourceFile, id: Int64, articles: Int)
  /// A small file, which a worker reads: the steps of its reading take this one's place.
  case read(SourceFile)
  /// A file begins; what follows is in it, up to ``end``.
  ///
  /// So many of its first articles as an earlier run stored before it was cut off come as ``stored(id:)``.
  case begin(SourceFile, stored: Int = 0)
  /// An article that is stored as it is, by the id that its source gives it.
  case stored(id: String)
  case article(Content)
  case failure(ReadingFailure)
  /// The date of the article that follows rests on `--date-order`.
  case orderedDate
  case end
}

extension ReadStep<Article> {
  init(_ event: ReadingEvent) {
    switch event {
    case .article(let article): self = .article(article)
    case .failure(let failure): self = .failure(failure)
    case .orderedDate: self = .orderedDate
    }
  }

  /// About the bytes that it holds in memory until it is stored.
  var cost: Int {
    switch self {
    case .read(let file): file.size + 1024
    case .article(let article): article.title.utf8.count + article.body.utf8.count + 1024
    case .unchanged, .moved, .begin, .stored, .failure, .orderedDate, .end: 1024
    }
  }
}

extension ReadStep<PreparedArticle> {
  /// Of text, with a little for the step.
  var byteCount: Int {
    if case .article(let article) = self { article.byteCount + 256 } else { 256 }
  }
}
