internal import SQLite
internal import Tokenizing

/// A name of the index that goes on from what was typed, for completing it.
package struct NameBeginning: Sendable, Equatable {
  package enum Kind: Sendable { case person, country, source }

  /// As a filter takes it.
  package var name: String
  /// What it is to people: how often a person is named, what a country is called.
  package var note: String

  package init(name: String, note: String) {
    self.name = name
    self.note = note
  }
}

extension ArticleIndex {
  /// Names with words that begin as `typed`, without case and diacritics, the most frequent first.
  ///
  /// What was found in `time` is all there is: it is for completing as one types. The names are gone
  /// through one by one, some ten million a second.
  package func names(
    _ kind: NameBeginning.Kind, beginning typed: String, limit: Int = 100,
    within time: Duration = .milliseconds(25)
  ) throws -> [NameBeginning] {
    try readWithoutTransaction { database in
      let end = ContinuousClock.now + time
      database.observe(ProgressObserver { ContinuousClock.now >= end }, every: 1000)
      defer { database.observe(nil) }
      let search = NameSearch(database: database, typed: typed, limit: limit)
      return switch kind {
      case .person: try search.people()
      case .country: try search.countries()
      case .source: try search.sources()
      }
    }
  }
}

private struct NameSearch {
  /// People whose articles are counted: the lowest ids are those met first, mostly the frequent ones.
  private static let mostCounted = 400

  let database: Connection
  let limit: Int
  private let beginning: WordBeginning

  init(database: Connection, typed: String, limit: Int) {
    self.database = database
    self.limit = limit
    beginning = WordBeginning(typed)
  }

  func people() throws -> [NameBeginning] {
    let names = try Statement(
      database, "SELECT id, value FROM entity WHERE kind = 'person' ORDER BY id")
    var found: [(id: Int64, name: String)] = []
    try inTime {
      try names.forEach { row in
        if beginning.isIn(row.bytes(1)) { found.append((row.integer(0), row.text(1))) }
      }
    }
    return try counted(found).prefix(limit).map { name, articles in
      NameBeginning(name: name, note: "\(articles)")
    }
  }

  private func counted(_ people: [(id: Int64, name: String)]) throws -> [(String, Int64)] {
    let count = try Statement(database, "SELECT count(*) FROM article_entity WHERE entity_id = ?")
    var counted: [(String, Int64)] = []
    try inTime {
      for person in people.prefix(Self.mostCounted) {
        counted.append((person.name, try count.first(of: person.id) { $0.integer(0) } ?? 0))
      }
    }
    return counted.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  func countries() throws -> [NameBeginning] {
    let names = try Statement(
      database, "SELECT value, label FROM entity WHERE kind = 'country' ORDER BY label")
    var found: [NameBeginning] = []
    try names.forEach { row in
      if beginning.isIn(row.bytes(0)) || beginning.isIn(row.bytes(1)) {
        found.append(NameBeginning(name: row.text(0), note: row.text(1)))
      }
    }
    return Array(found.prefix(limit))
  }

  /// No index serves sources: as many articles are looked at as there is time for.
  func sources() throws -> [NameBeginning] {
    let names = try Statement(database, "SELECT source FROM article WHERE source IS NOT NULL")
    var counts: [String: Int] = [:]
    try inTime {
      try names.forEach { row in
        if beginning.isIn(row.bytes(0)) { counts[row.text(0), default: 0] += 1 }
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
      .map { NameBeginning(name: $0.key, note: "") }
  }

  /// Ends `body` quietly when the time is over.
  private func inTime(_ body: () throws -> Void) throws {
    do { try body() } catch let error as SQLiteError where error.code == .interrupt {}
  }
}

/// Words as typed, the last of them perhaps cut off.
private struct WordBeginning {
  /// Folded, one space in front of each word.
  private let wanted: [UInt8]
  private let tokenizer = Tokenizer()

  init(_ typed: String) {
    wanted = Array(Self.folded(typed, tokenizer).utf8)
  }

  /// ASCII names are compared as they are, others folded as words are.
  func isIn(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard wanted.count > 1 else { return true }
    guard name.allSatisfy({ $0 < 0x80 }) else {
      let folded = Self.folded(String(decoding: name, as: UTF8.self), tokenizer)
      return Array(folded.utf8).contains(wanted)
    }
    return name.indices.contains { start in
      (start == 0 || !Self.isLetter(name[start - 1])) && begins(name[start...])
    }
  }

  private func begins(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var place = rest.startIndex
    for byte in wanted.dropFirst() {
      guard place < rest.endIndex else { return false }
      let here = rest[place]
      let isSame = byte == UInt8(ascii: " ") ? !Self.isLetter(here) : Self.lower(here) == byte
      guard isSame else { return false }
      place += 1
    }
    return true
  }

  private static func folded(_ text: String, _ tokenizer: Tokenizer) -> String {
    " " + tokenizer.terms(in: text).joined(separator: " ")
  }

  private static func lower(_ byte: UInt8) -> UInt8 { 65...90 ~= byte ? byte | 0x20 : byte }

  private static func isLetter(_ byte: UInt8) -> Bool {
    97...122 ~= lower(byte) || 48...57 ~= byte
  }
}
