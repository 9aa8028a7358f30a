internal import ArticleReading
internal import IndexDefinition

/// What the walk hands to the workers.
///
/// Small files are read by them; a large one is read where it was found and comes article by
/// article.
enum ReadTask: Sendable {
  case unchanged(SourceFile, articles: Int)
  case read(SourceFile)
  case begin(SourceFile)
  case event(ReadingEvent)
  case end

  /// About the bytes that it holds in memory until it is stored.
  var cost: Int {
    switch self {
    case .read(let file): file.size + 1024
    case .event(.article(let article)): article.title.utf8.count + article.body.utf8.count + 1024
    case .unchanged, .begin, .event(.failure), .end: 1024
    }
  }
}
