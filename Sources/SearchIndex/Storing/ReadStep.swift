internal import ArticleReading

/// What reading hands to the writer, in the order of the files and of the articles in them.
enum ReadStep: Sendable {
  case begin(SourceFile)
  case article(PreparedArticle)
  case failure(ReadingFailure)
  case end
}
