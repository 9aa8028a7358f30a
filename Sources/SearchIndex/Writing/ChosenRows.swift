internal import SQLite
internal import SearchModel

/// Finds the rows of articles that a person or a query chose.
struct ChosenRows {
  private let files: FileTable
  private let loader: ArticleLoader
  private let hit: Statement

  init(_ database: Connection, _ files: FileTable) throws {
    self.files = files
    loader = try ArticleLoader(database)
    hit = try Statement(
      database, "SELECT id FROM article WHERE external_id = ? AND path = ? ORDER BY id")
  }

  /// By id the articles and places called so, else as ``ArticleLoader/rowIDs(named:)`` finds them.
  func contents(_ choice: ChosenArticle) throws -> FileTable.Contents {
    var contents = FileTable.Contents()
    switch choice {
    case .named(let name):
      contents = try files.contents(named: name)
      if contents.count == 0 { contents.articles = try loader.rowIDs(named: name) }
    case .hit(let id, let path):
      try hit.forEach(.text(id), .text(path)) { contents.articles.append($0.integer(0)) }
    }
    return contents
  }
}
