internal import IndexDefinition
internal import SQLite

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
