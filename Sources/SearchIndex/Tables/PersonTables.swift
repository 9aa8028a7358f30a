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

/// Table `person_form`: the fuller names that persons were met under, which their canonical names
/// do not tell.
final class PersonForms {
  private var waiting: Set<PersonDirectory.Form> = []
  private let database: Connection
  private let insert: Statement

  init(_ database: Connection) throws {
    self.database = database
    insert = try Statement(
      database, "INSERT OR IGNORE INTO person_form(name, form) VALUES (?, ?)")
  }

  func add(_ forms: [PersonDirectory.Form]) {
    waiting.formUnion(forms)
  }

  /// Writes what waits; belongs in the transaction that stores the articles.
  func apply() throws {
    for form in waiting.sorted(by: { ($0.name, $0.text) < ($1.name, $1.text) }) {
      try insert.run(.text(form.name), .text(form.text))
    }
    waiting.removeAll(keepingCapacity: true)
  }

  func forEach(_ receive: (PersonDirectory.Form) -> Void) throws {
    let rows = try Statement(
      database, "SELECT name, form FROM person_form ORDER BY name, form")
    try rows.forEach { receive(.init(name: $0.text(0), text: $0.text(1))) }
  }
}

/// Table `unruled_person`: the people of articles whose people the user's rules change, as they are
/// without the rules.
final class UnruledPeople {
  private let database: Connection
  private let find: Statement
  private let insert: Statement
  private let delete: Statement

  init(_ database: Connection) throws {
    self.database = database
    find = try Statement(
      database, "SELECT name, mentions FROM unruled_person WHERE article_id = ?")
    insert = try Statement(
      database, "INSERT INTO unruled_person(article_id, name, mentions) VALUES (?, ?, ?)")
    delete = try Statement(database, "DELETE FROM unruled_person WHERE article_id = ?")
  }

  /// Nil: the rules change nothing in the article.
  func people(of article: Int64) throws -> [PersonTag]? {
    var people: [PersonTag] = []
    try find.forEach(.integer(article)) { row in
      people.append(
        PersonTag(name: row.text(0), mentions: MentionJSON.decode(row.bytes(1)) ?? []))
    }
    return people.isEmpty ? nil : people
  }

  /// Puts `people` in the place of those known; none: the rules change nothing.
  func set(_ people: [PersonTag], of article: Int64) throws {
    try delete.run(.integer(article))
    for person in people {
      try insert.run(
        .integer(article), .text(person.name), .text(MentionJSON.encode(person.mentions)))
    }
  }

  /// Every name with its articles, the most frequent first.
  func forEachEntry(_ receive: (PersonDirectory.Entry) -> Void) throws {
    let names = try Statement(
      database,
      """
      SELECT name, count(*), max(date) FROM unruled_person
      JOIN article ON article.id = article_id GROUP BY name ORDER BY 2 DESC, 1
      """)
    try names.forEach { row in
      receive(
        .init(
          name: row.text(0), articles: Int(row.integer(1)),
          latest: row.optionalText(2).flatMap { CalendarDate($0) }))
    }
  }
}

/// How often and until when each person of an index is named, counted over the packed columns.
///
/// Articles whose people the user's rules change can be left out: they show names of the user's.
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

  /// Takes the articles in table `unruled_person` out of the counts.
  mutating func leaveOutRuled(_ database: Connection) throws {
    let shown = try Statement(
      database,
      """
      SELECT entity_id, count(*)
      FROM (SELECT DISTINCT article_id FROM unruled_person) AS ruled
      CROSS JOIN article_entity USING (article_id) GROUP BY entity_id
      """)
    try shown.forEach { row in
      let entity = Int(row.integer(0))
      if entity < sightings.count { sightings[entity].articles -= Int(row.integer(1)) }
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
