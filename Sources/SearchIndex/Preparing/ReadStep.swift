internal import ArticleReading
internal import IndexDefinition

/// What reading hands to the writer, in the order of the files and of the articles in them.
enum ReadStep: Sendable {
  case unchanged(SourceFile, articles: Int)
  case begin(SourceFile)
  case article(PreparedArticle)
  case failure(ReadingFailure)
  case end

  var byteCount: Int {
    if case .article(let article) = self { article.byteCount + 256 } else { 256 }
  }
}
