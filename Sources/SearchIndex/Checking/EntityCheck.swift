internal import IndexDefinition
internal import SQLite
internal import SearchModel

/// Entities: how they are shown, and that articles mention them.
struct EntityCheck {
  let index: ArticleIndex
  let repair: Bool

  func findings() throws -> [CheckFinding] { try labels() + unused() }

  private func labels() throws -> [CheckFinding] {
    try index.inspect(repairing: repair) { database in
      var wrong: [(id: Int64, label: String)] = []
      try Statement(database, "SELECT id, kind, value, label FROM entity").forEach { row in
        guard let kind = EntityKey.Kind(rawValue: row.text(1)) else { return }
        let label = EntityLabel.label(of: EntityKey(kind: kind, value: row.text(2)))
        if !row.bytes(3).elementsEqual(label.utf8) { wrong.append((row.integer(0), label)) }
      }
      for (id, label) in repair ? wrong : [] {
        try database.execute(
          "UPDATE entity SET label = ? WHERE id = ?", .text(label), .integer(id))
      }
      return wrong.isEmpty
        ? [] : [finding("\(wrong.count) entities have a label that is not theirs")]
    }
  }

  private func unused() throws -> [CheckFinding] {
    try index.inspect(repairing: repair) { database in
      let condition = "NOT EXISTS (SELECT 1 FROM article_entity WHERE entity_id = entity.id)"
      let count: Int = try database.value("SELECT count(*) FROM entity WHERE \(condition)") ?? 0
      guard count > 0 else { return [] }
      if repair { try database.execute("DELETE FROM entity WHERE \(condition)") }
      return [finding("\(count) entities are mentioned by no article")]
    }
  }

  private func finding(_ message: String) -> CheckFinding {
    .init(side: .derived, message: message, isRepaired: repair)
  }
}

/// Tags that the packed columns know of and table `article_entity` has lost.
///
/// The columns are then the last that tell of them: who built these anew from the table would lose
/// them for good.
struct LostTags {
  private let stored: Statement
  private let chunks: Statement
  private let articles: Statement

  init(_ database: Connection) throws {
    chunks = try Statement(
      database, "SELECT name, chunk, data FROM column_chunk WHERE name IN ('person', 'country')")
    articles = try Statement(
      database, "SELECT id FROM article WHERE id BETWEEN ?1 AND ?1 + \(ColumnLayout.chunkSize - 1)")
    stored = try Statement(
      database, "SELECT 1 FROM article_entity WHERE article_id = ? AND entity_id = ?")
  }

  /// The articles that have lost tags.
  func holders() throws -> Set<Int64> {
    var lost: Set<Int64> = []
    try chunks.forEach { row in
      let words = ColumnChunk.words(row.bytes(2))
      let first = row.integer(1) << ColumnLayout.chunkShift
      try articles.forEach(of: first) { article in
        let id = article.integer(0)
        for value in ColumnChunk.list(at: Int(id - first), in: words)
        where try !isStored(id, Int64(value >> 1)) {
          lost.insert(id)
        }
      }
    }
    return lost
  }

  private func isStored(_ article: Int64, _ entity: Int64) throws -> Bool {
    try stored.first(.integer(article), .integer(entity)) { _ in true } ?? false
  }
}
