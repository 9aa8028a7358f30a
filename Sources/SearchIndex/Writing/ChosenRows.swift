internal import SQLite
internal import SearchModel

/// Finds the rows of articles that a person or a query chose.
struct ChosenRows {
  private let files: FileTable
  private let loader: ArticleLoader
  private let hit: Statement
  private let original: Statement

  init(_ database: Connection, _ files: FileTable) throws {
    self.files = files
    loader = try ArticleLoader(database)
    hit = try Statement(
      database, "SELECT id FROM article WHERE external_id = ? AND path = ? ORDER BY id")
    original = try Statement(database, "SELECT article_id FROM duplicate WHERE id = ?")
  }

  /// By id the articles called so, and those that a place of the same text is called so of; else as
  /// ``ArticleLoader/rowIDs(named:)`` finds them.
  func articles(_ choice: ChosenArticle) throws -> [Int64] {
    var articles: Set<Int64> = []
    switch choice {
    case .named(let name):
      let contents = try files.contents(named: name)
      articles.formUnion(contents.articles)
      for place in contents.duplicates {
        try original.forEach(.integer(place)) { articles.insert($0.integer(0)) }
      }
      if articles.isEmpty { articles.formUnion(try loader.rowIDs(named: name)) }
    case .hit(let id, let path):
      try hit.forEach(.text(id), .text(path)) { articles.insert($0.integer(0)) }
    }
    return articles.sorted()
  }
}
