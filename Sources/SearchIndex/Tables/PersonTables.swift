internal import IndexDefinition
internal import NewsTagging
internal import OperatingSystem
internal import SQLite
internal import SearchModel

/// Table `person_rule`: the user's corrections in the order in which they were made.
struct PersonRuleTable {
  let database: Connection

  /// - Throws: ``PersonRule/SyntaxError`` for a line that wsearch did not write.
  func all() throws -> [MadeRule] {
    let rows = try database.rows("SELECT rule, made FROM person_rule ORDER BY id")
    return try rows.map { row in
      MadeRule(
        rule: try PersonRule(line: row.text("rule")), made: row.text("made"))
    }
  }

  var rules: PersonRules {
    get throws { PersonRules(try all().map(\.rule)) }
  }

  func add(_ rule: PersonRule) throws {
    try database.execute(
      "INSERT INTO person_rule(rule, made) VALUES (?, ?)",
      .text(rule.description), .text(Timestamp.now.iso8601))
  }

  /// Removes the rule at a place in ``all()``.
  func remove(at position: Int) throws {
    try database.execute(
      """
      DELETE FROM person_rule
      WHERE id = (SELECT id FROM person_rule ORDER BY id LIMIT 1 OFFSET ?)
      """, .integer(Int64(position)))
  }
}

/// Table `named_person`: the people of an article as it names them itself, where `article_entity` cannot
/// tell.
final class NamedPeople {
  private let all: Statement
  private let find: Statement
  private let insert: Statement
  private let delete: Statement

  init(_ database: Connection) throws {
    find = try Statement(
      database, "SELECT name, mentions FROM named_person WHERE article_id = ?")
    insert = try Statement(
      database, "INSERT INTO named_person(article_id, name, mentions) VALUES (?, ?, ?)")
    delete = try Statement(database, "DELETE FROM named_person WHERE article_id = ?")
    all = try Statement(database, "SELECT DISTINCT article_id FROM named_person")
  }

  /// Nil: each is shown under one name of its own.
  func people(of article: Int64) throws -> [PersonTag]? {
    var people: [PersonTag] = []
    try find.forEach(.integer(article)) { row in
      people.append(
        PersonTag(name: row.text(0), mentions: MentionJSON.decode(row.bytes(1)) ?? []))
    }
    return people.isEmpty ? nil : people
  }

  /// The articles that have rows.
  func articles() throws -> RowIDSet {
    var articles = RowIDSet()
    try all.forEach { articles.insert($0.integer(0)) }
    return articles
  }

  /// Puts `people` in the place of those known; none: `article_entity` tells.
  func set(_ people: [PersonTag], of article: Int64) throws {
    try delete.run(.integer(article))
    for person in people {
      try insert.run(
        .integer(article), .text(person.name), .text(MentionJSON.encode(person.mentions)))
    }
  }
}

/// How often and until when each person of an index is named, counted over the packed columns.
struct PersonSightings {
  struct Sighting {
    var entity: Int64
    var articles: Int
    /// Packed; not a date where all articles are undated.
    var latest: Int32
  }

  private var sightings: [Sighting] = []

  init(_ database: Connection) throws {
    let find = try Statement(
      database,
      """
      SELECT person.data, date.data FROM column_chunk AS person
      JOIN column_chunk AS date ON date.name = 'date' AND date.chunk = person.chunk
      WHERE person.name = 'person' ORDER BY person.chunk
      """)
    try find.forEach { row in
      add(people: ColumnChunk.words(row.bytes(0)), dates: ColumnChunk.words(row.bytes(1)))
    }
  }

  /// The most frequent first, ties by entity.
  func mostFrequent(_ limit: Int) -> ArraySlice<Sighting> {
    sightings.filter { $0.articles > 0 }
      .sorted { ($1.articles, $0.entity) < ($0.articles, $1.entity) }
      .prefix(limit)
  }

  private mutating func add(people: [UInt32], dates: [UInt32]) {
    for slot in 0..<min(ColumnLayout.chunkSize, dates.count) {
      for value in ColumnChunk.list(at: slot, in: people) {
        see(Int(value >> 1), on: Int32(bitPattern: dates[slot]))
      }
    }
  }

  private mutating func see(_ entity: Int, on date: Int32) {
    while sightings.count <= entity {
      sightings.append(Sighting(entity: Int64(sightings.count), articles: 0, latest: 0))
    }
    sightings[entity].articles += 1
    sightings[entity].latest = max(sightings[entity].latest, date)
  }
}
