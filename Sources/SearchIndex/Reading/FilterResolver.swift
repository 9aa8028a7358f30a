internal import IndexDefinition
internal import QueryLanguage
internal import SQLite
internal import SearchEngine
internal import SearchModel
internal import Tokenizing

/// Turns filters as typed into conditions on an index file; lives inside one read transaction.
final class FilterResolver: FilterSource {
  private let database: Connection
  private let lookup: PersonLookup
  private var aliases: PersonAliases?
  /// By column of `article`.
  private var columns: [String: [ColumnValue]] = [:]

  init(_ database: Connection) {
    self.database = database
    lookup = PersonLookup(database)
  }

  func resolve(_ filter: Filter, _ marked: MarkedTags) throws -> ResolvedFilter {
    switch filter {
    case .person(let name): return try people([name], marked)
    case .country(let name): return try countryOrNote(name, marked)
    case .date(let range): return ResolvedFilter(filter: .dates([range], undated: false))
    case .undated: return ResolvedFilter(filter: .dates([], undated: true))
    case .mentions(let range): return ResolvedFilter(filter: .rows(try articles(mentioning: range)))
    case .source(let name):
      return ResolvedFilter(filter: .rows(try articles(with: name, in: "source")))
    case .byline(let name):
      return ResolvedFilter(filter: .rows(try articles(with: name, in: "byline")))
    case .language(let code): return ResolvedFilter(filter: .language(named: code))
    }
  }

  /// In a query, which never errs, an unknown country is one that no article mentions.
  private func countryOrNote(
    _ name: String, _ marked: MarkedTags
  ) throws -> ResolvedFilter {
    do { return try countries([name], marked) } catch let unknown
      as UnknownFilterValue
    {
      return ResolvedFilter(
        filter: countries([], marked), notes: [unknown.description])
    }
  }

  func lookUp(people names: [String]) throws { try lookup.lookUp(names) }

  /// The articles that mention any of the people named; where names alone do not count, with how many
  /// that leaves out.
  func people(_ names: [String], _ marked: MarkedTags) throws -> ResolvedFilter {
    var notes: [String] = []
    var ids: Set<UInt32> = []
    for name in names {
      let found = try lookup.people(named: name)
      notes += found.notes
      for person in found.people where ids.insert(person.id).inserted && marked.people {
        notes += try noteOnAssumed(person)
      }
    }
    return ResolvedFilter(
      filter: .entities(.person, EntitySet(ids.sorted()), markedOnly: marked.people), notes: notes)
  }

  private func noteOnAssumed(_ person: PersonLookup.Person) throws -> [String] {
    let counts = try Statement(
      database, "SELECT count(*), sum(focus = 0) FROM article_entity WHERE entity_id = ?"
    ).first(of: Int64(person.id)) { (all: $0.integer(0), assumed: $0.integer(1)) }
    guard let counts, counts.assumed > 0 else { return [] }
    return [
      "\(counts.assumed) of \(counts.all) articles with \(person.name) give the name alone: left out"
    ]
  }

  func otherNames(of name: String) throws -> [String] {
    if aliases == nil { aliases = try PersonAliases(database) }
    return try aliases?.otherNames(of: name) ?? []
  }

  func familyNames(soundingLike word: String) throws -> [(name: String, articles: Int)] {
    try lookup.familyNames(soundingLike: word)
  }

  /// - Throws: ``UnknownFilterValue`` for a name that no country has.
  func countries(_ names: [String], _ marked: MarkedTags) throws -> ResolvedFilter {
    var resolution = ResolvedFilter(filter: countries([], marked))
    var ids: Set<UInt32> = []
    for name in names {
      let code = try CountryLookup.code(of: name)
      let id: UInt32? = try database.value(
        "SELECT id FROM entity WHERE kind = 'country' AND value = ?", .text(code))
      if let id {
        ids.insert(id)
      } else {
        resolution.notes.append("no article mentions the country \(name)")
      }
    }
    resolution.filter = countries(ids.sorted(), marked)
    return resolution
  }

  private func countries(_ ids: [UInt32], _ marked: MarkedTags) -> ArticleFilter {
    .entities(.country, EntitySet(ids), markedOnly: marked.countries)
  }

  private func articles(mentioning range: DateRange) throws -> [UInt32] {
    let dates = try Statement(
      database, "SELECT id, value FROM entity WHERE kind = 'date' AND value >= ?")
    let articles = try Statement(
      database, "SELECT article_id FROM article_entity WHERE entity_id = ?")
    var rows: Set<UInt32> = []
    try dates.forEach(.text(range.from.map { String($0.description.prefix(4)) } ?? "")) { date in
      guard let value = CalendarDate(utf8: date.bytes(1)), range.contains(value) else { return }
      try articles.forEach(of: date.integer(0)) { rows.insert(UInt32($0.integer(0))) }
    }
    return rows.sorted()
  }

  /// Articles whose column holds all the words of `text` in a row.
  private func articles(with text: String, in column: String) throws -> [UInt32] {
    let wanted = Tokenizer().terms(in: text)
    guard !wanted.isEmpty else { return [] }
    return try values(of: column).filter { $0.words.hasRun(wanted) }.flatMap(\.rows).sorted()
  }

  /// What a column of `article` holds, read once, however many filters ask.
  private func values(of column: String) throws -> [ColumnValue] {
    if let known = columns[column] { return known }
    let statement = try Statement(
      database, "SELECT id, \(column) FROM article WHERE \(column) IS NOT NULL ORDER BY id")
    var rows: [String: [UInt32]] = [:]
    try statement.forEach { rows[$0.text(1), default: []].append(UInt32($0.integer(0))) }
    let tokenizer = Tokenizer()
    let values = rows.map { ColumnValue(words: tokenizer.terms(in: $0.key), rows: $0.value) }
    columns[column] = values
    return values
  }

  /// A text that some articles have.
  private struct ColumnValue {
    let words: [String]
    /// Ascending.
    let rows: [UInt32]
  }
}

extension [String] {
  /// True when `other` stands somewhere in the list, its elements in a row.
  func hasRun(_ other: [String]) -> Bool {
    guard count >= other.count else { return false }
    return (0...count - other.count).contains { self[$0..<$0 + other.count].elementsEqual(other) }
  }
}
