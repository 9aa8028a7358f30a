internal import IndexDefinition
internal import SQLite

/// The articles of an older file in the order of their ids, in groups of some bytes.
///
/// Their columns are those of format 1; a format that renames or moves one reads the older file here.
struct OldArticles {
  private let old: Connection
  private let groupBytes: Int

  init(path: String, options: IndexRun.Options) throws {
    old = try Connection(path, .readOnly, patience: options.patience)
    groupBytes = options.batchBytes
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
      guard bytes >= groupBytes else { return }
      try send(group, bytes)
      (group, bytes) = ([], 0)
    }
    if !group.isEmpty { try send(group, bytes) }
  }
}
