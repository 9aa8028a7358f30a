internal import GRDB
internal import IndexDefinition

/// Tables `entity` and `article_entity`, with the ids of the entities met lately in memory.
final class EntityTable {
  /// Beyond this many entities the cache starts anew; some 100 bytes each.
  private static let cacheLimit = 300_000

  private var ids: [EntityKey: Int64] = [:]
  private let find: PreparedStatement
  private let insert: PreparedStatement
  private let tag: PreparedStatement
  private let untag: PreparedStatement
  private let lastID: PreparedStatement

  init(_ database: Database) throws {
    find = try PreparedStatement(database, "SELECT id FROM entity WHERE kind = ? AND value = ?")
    insert = try PreparedStatement(
      database, "INSERT INTO entity(kind, value, label) VALUES (?, ?, ?)")
    tag = try PreparedStatement(
      database,
      """
      INSERT INTO article_entity(article_id, entity_id, focus, count, mentions)
      VALUES (?, ?, ?, ?, ?)
      """)
    untag = try PreparedStatement(database, "DELETE FROM article_entity WHERE article_id = ?")
    lastID = try PreparedStatement(database, "SELECT last_insert_rowid()")
  }

  /// Stores the tags of one article; returns the column values of its people and countries.
  func tag(
    article: Int64, _ entities: [PreparedArticle.EntityMentions]
  ) throws -> (people: [UInt32], countries: [UInt32]) {
    var people: [UInt32] = []
    var countries: [UInt32] = []
    for mentions in entities {
      let id = try id(of: mentions.entity)
      try tag.run(
        .integer(article), .integer(id), .integer(mentions.isFocus ? 1 : 0),
        .integer(Int64(mentions.count)), .text(mentions.mentions))
      let value = UInt32(id) << 1 | (mentions.isFocus ? 1 : 0)
      switch mentions.entity.kind {
      case .person: people.append(value)
      case .country: countries.append(value)
      case .date: break
      }
    }
    return (people.sorted(), countries.sorted())
  }

  func untag(article: Int64) throws {
    try untag.run(.integer(article))
  }

  private func id(of key: EntityKey) throws -> Int64 {
    if let id = ids[key] { return id }
    let kind = SQLValue.text(key.kind.rawValue)
    let value = SQLValue.text(key.value)
    var id = try find.first(kind, value) { $0.integer(0) }
    if id == nil {
      try insert.run(kind, value, .text(EntityLabel.label(of: key)))
      id = try lastID.first { $0.integer(0) }
    }
    if ids.count >= Self.cacheLimit { ids.removeAll(keepingCapacity: true) }
    ids[key] = id
    return id ?? 0
  }
}
