internal import SQLite
package import SearchModel
internal import Tokenizing

extension ArticleIndex {
  /// Names with words that begin as `typed`, without case and diacritics, the most frequent first.
  ///
  /// What was found in `time` is all there is: it is for completing as one types. Names that begin so
  /// themselves come by the table's index, however many there are; those with an inner word that does
  /// are gone through one by one, some millions a second.
  package func names(
    _ kind: NameBeginning.Kind, beginning typed: String, limit: Int = 100,
    within time: Duration = .milliseconds(30)
  ) throws -> [NameBeginning] {
    try readWithoutTransaction { database in
      let search = NameSearch(database: database, typed: typed, limit: limit, time: time)
      return switch kind {
      case .person: try search.people()
      case .country: try search.countries()
      case .source: try search.sources()
      }
    }
  }
}

private struct NameSearch {
  private struct Person {
    var id: Int64
    var name: String
    var articles: Int?
  }

  /// People looked at by the table's index, and of all in the order in which they were met first, which
  /// brings most of the frequent ones early.
  private static let mostPeople = 400

  private let database: Connection
  private let typed: String
  private let limit: Int
  private let time: Duration
  private let beginning: WordBeginning

  init(database: Connection, typed: String, limit: Int, time: Duration) {
    self.database = database
    self.typed = typed
    self.limit = limit
    self.time = time
    beginning = WordBeginning(typed)
  }

  /// Half the time is for finding, the rest for counting.
  func people() throws -> [NameBeginning] {
    var found = try peopleByFirstWord()
    let known = Set(found.map(\.id))
    try within(time / 2) {
      let all = try Statement(
        database, "SELECT id, value FROM entity WHERE kind = 'person' ORDER BY id")
      try all.walk { row in
        if beginning.isIn(row.bytes(1)), !known.contains(row.integer(0)) {
          found.append(Person(id: row.integer(0), name: row.text(1)))
        }
        return found.count < 2 * Self.mostPeople
      }
    }
    try within(time / 2) { try count(&found) }
    return found.sorted { ($1.articles ?? 0, $0.name) < ($0.articles ?? 0, $1.name) }
      .prefix(limit).map { NameBeginning(name: $0.name, articles: $0.articles) }
  }

  /// Names have capitals where people type none.
  private func peopleByFirstWord() throws -> [Person] {
    let range = try Statement(
      database,
      """
      SELECT id, value FROM entity
      WHERE kind = 'person' AND value >= ?1 AND value < ?1 || char(0x10FFFF) LIMIT ?2
      """)
    var found: [Person] = []
    let capitalised = typed.prefix(1).uppercased() + typed.dropFirst()
    for text in Set([typed, capitalised]) where !text.isEmpty {
      try range.forEach(.text(text), .integer(Int64(Self.mostPeople))) {
        found.append(Person(id: $0.integer(0), name: $0.text(1)))
      }
    }
    return found
  }

  private func count(_ people: inout [Person]) throws {
    let articles = try Statement(
      database, "SELECT count(*) FROM article_entity WHERE entity_id = ?")
    for place in people.indices.sorted(by: { people[$0].id < people[$1].id }) {
      people[place].articles = try articles.first(of: people[place].id) { Int($0.integer(0)) }
    }
  }

  func countries() throws -> [NameBeginning] {
    let names = try Statement(
      database, "SELECT value, label FROM entity WHERE kind = 'country' ORDER BY label")
    var found: [NameBeginning] = []
    try names.forEach { row in
      if beginning.isIn(row.bytes(0)) || beginning.isIn(row.bytes(1)) {
        found.append(NameBeginning(name: row.text(0), label: row.text(1)))
      }
    }
    return found
  }

  /// No index serves sources: as many articles are looked at as there is time for.
  func sources() throws -> [NameBeginning] {
    let names = try Statement(database, "SELECT source FROM article WHERE source IS NOT NULL")
    var counts: [String: Int] = [:]
    try within(time) {
      try names.forEach { row in
        if beginning.isIn(row.bytes(0)) { counts[row.text(0), default: 0] += 1 }
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
      .map { NameBeginning(name: $0.key) }
  }

  /// Ends `body` quietly when its time is over.
  private func within(_ time: Duration, _ body: () throws -> Void) throws {
    let end = ContinuousClock.now + time
    database.observe(ProgressObserver { ContinuousClock.now >= end }, every: 1000)
    defer { database.observe(nil) }
    do { try body() } catch let error as SQLiteError where error.code == .interrupt {}
  }
}

/// Words as typed, the last of them perhaps cut off.
private struct WordBeginning {
  /// Folded, a space in front of each.
  private let wanted: [UInt8]
  private let tokenizer = Tokenizer()

  init(_ typed: String) {
    wanted = Self.folded(Array(typed.utf8), tokenizer)
  }

  func isIn(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    if wanted.isEmpty { return true }
    // A name that goes on from ASCII has its letters, whatever marks are on others.
    guard name.count + 1 >= wanted.count else { return false }
    if name.allSatisfy({ $0 < 0x80 }) {
      return name.indices.contains { start in
        (start == 0 || !Self.isLetter(name[start - 1])) && begins(name[start...])
      }
    }
    return Self.folded(name, tokenizer).contains(wanted)
  }

  private func begins(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var place = rest.startIndex
    for byte in wanted.dropFirst() {
      guard place < rest.endIndex else { return false }
      if byte == UInt8(ascii: " ") {
        // As many as there are: "W. B" has two.
        let next = rest[place...].firstIndex(where: Self.isLetter) ?? rest.endIndex
        guard next > place else { return false }
        place = next
      } else {
        guard Self.lower(rest[place]) == byte else { return false }
        place += 1
      }
    }
    return true
  }

  private static func folded(
    _ text: some Sequence<UInt8>, _ tokenizer: Tokenizer
  ) -> [UInt8] {
    var folded: [UInt8] = []
    Array(text).withUnsafeBufferPointer { text in
      tokenizer.forEachToken(in: text) { _, token in
        folded.append(UInt8(ascii: " "))
        folded += token
      }
    }
    return folded
  }

  private static func lower(_ byte: UInt8) -> UInt8 { 65...90 ~= byte ? byte | 0x20 : byte }

  private static func isLetter(_ byte: UInt8) -> Bool {
    97...122 ~= lower(byte) || 48...57 ~= byte
  }
}
