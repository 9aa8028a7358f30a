internal import IndexDefinition
internal import SQLite

/// Tables `entity` and `article_entity`, with the ids of the entities met lately in memory.
final class EntityTable {
  /// Beyond this many entities the cache starts anew; some 100 bytes each.
  private let cacheLimit: Int
  private var ids: [EntityKey: Int64] = [:]
  private let find: Statement
  private let insert: Statement
  private let tag: Statement
  private let untag: Statement
  private let entitiesOf: Statement
  private let peopleOf: Statement
  private let untagOne: Statement
  private let retag: Statement
  private let deleteUnused: Statement
  /// Entities that an article has let go since the last ``removeUnused()``.
  private var released: Set<Int64> = []

  init(_ database: Connection, cacheLimit: Int = 10_000) throws {
    self.cacheLimit = cacheLimit
    find = try Statement(database, "SELECT id FROM entity WHERE kind = ? AND value = ?")
    insert = try Statement(
      database, "INSERT INTO entity(kind, value, label) VALUES (?, ?, ?) RETURNING id")
    tag = try Statement(
      database,
      """
      INSERT INTO article_entity(article_id, entity_id, focus, count, mentions)
      VALUES (?, ?, ?, ?, ?)
      """)
    untag = try Statement(database, "DELETE FROM article_entity WHERE article_id = ?")
    entitiesOf = try Statement(
      database, "SELECT entity_id FROM article_entity WHERE article_id = ?")
    peopleOf = try Statement(
      database,
      """
      SELECT entity_id, focus FROM article_entity CROSS JOIN entity ON entity.id = entity_id
      WHERE article_id = ? AND kind = 'person'
      """)
    untagOne = try Statement(
      database, "DELETE FROM article_entity WHERE article_id = ? AND entity_id = ?")
    retag = try Statement(
      database,
      """
      UPDATE article_entity SET entity_id = ?, focus = ? WHERE article_id = ? AND entity_id = ?
      """)
    deleteUnused = try Statement(
      database,
      """
      DELETE FROM entity WHERE id = ?1
      AND NOT EXISTS (SELECT 1 FROM article_entity WHERE entity_id = ?1)
      """)
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
      assert(1..<1 << 31 ~= id, "a column holds no entity \(id)")
      let value = UInt32(id) << 1 | (mentions.isFocus ? 1 : 0)
      switch mentions.entity.kind {
      case .person: people.append(value)
      case .country: countries.append(value)
      case .date: break
      }
    }
    return (people.sorted(), countries.sorted())
  }

  /// The value of the column `person` of an article.
  func people(of article: Int64) throws -> [UInt32] {
    var people: [UInt32] = []
    try peopleOf.forEach(.integer(article)) { row in
      people.append(UInt32(row.integer(0)) << 1 | UInt32(row.integer(1) & 1))
    }
    return people.sorted()
  }

  /// Shows a person of an article under another name that the article does not have yet, or under the
  /// same; ``PersonTag/isAssumed`` tells how sure that is.
  func rename(_ name: String, to other: String, isAssumed: Bool, in article: Int64) throws {
    let old = try id(of: EntityKey(kind: .person, value: name))
    let new = try id(of: EntityKey(kind: .person, value: other))
    try retag.run(
      .integer(new), .integer(isAssumed ? 0 : 1), .integer(article), .integer(old))
    released.insert(old)
  }

  func untag(article: Int64) throws {
    try entitiesOf.forEach(.integer(article)) { released.insert($0.integer(0)) }
    try untag.run(.integer(article))
  }

  /// Takes the people of an article away, nothing else.
  func untagPeople(of article: Int64) throws {
    var people: [Int64] = []
    try peopleOf.forEach(.integer(article)) { people.append($0.integer(0)) }
    for person in people { try untagOne.run(.integer(article), .integer(person)) }
    released.formUnion(people)
  }

  /// Forgets the entities that no article mentions any more.
  func removeUnused() throws {
    guard !released.isEmpty else { return }
    for id in released.sorted() { try deleteUnused.run(.integer(id)) }
    released.removeAll()
    ids.removeAll(keepingCapacity: true)
  }

  private func id(of key: EntityKey) throws -> Int64 {
    if let id = ids[key] { return id }
    let kind = SQLValue.text(key.kind.rawValue)
    let value = SQLValue.text(key.value)
    var id = try find.first(kind, value) { $0.integer(0) }
    if id == nil {
      id = try insert.first(kind, value, .text(EntityLabel.label(of: key))) { $0.integer(0) }
    }
    if ids.count >= cacheLimit { ids.removeAll(keepingCapacity: true) }
    ids[key] = id
    return id ?? 0
  }
}

/// How an entity is shown to people: the column `entity.label`.
enum EntityLabel {
  static func label(of key: EntityKey) -> String {
    key.kind == .country ? CountryNames.label(for: key.value) : key.value
  }
}
