internal import IndexDefinition
internal import SQLite
internal import SearchModel

/// The articles of an older file in the order of their ids, in groups of some bytes.
///
/// Their columns are those of format 1; a format that renames or moves one reads the older file here.
struct OldArticles {
  /// Bytes of a group, enough to make handing it over cheap.
  private static let groupBytes = 1 << 20
  private let old: Connection

  init(path: String, options: IndexingOptions) throws {
    old = try Connection(path, .readOnly, patience: options.patience)
  }

  /// Hands on each group with its size in bytes.
  func forEachGroup(_ send: ([OldArticle], Int) throws -> Void) throws {
    let shelf = try ArticleShelf(old)
    let places = try Statement(old, "SELECT id, file_id FROM article ORDER BY id")
    var group: [OldArticle] = []
    var bytes = 0
    try places.forEach { row in
      guard let article = try shelf.content(row.integer(0)) else { return }
      group.append(OldArticle(id: row.integer(0), file: row.integer(1), article: article))
      bytes += article.title.utf8.count + article.body.utf8.count + 1024
      guard bytes >= Self.groupBytes else { return }
      try send(group, bytes)
      (group, bytes) = ([], 0)
    }
    if !group.isEmpty { try send(group, bytes) }
  }
}
