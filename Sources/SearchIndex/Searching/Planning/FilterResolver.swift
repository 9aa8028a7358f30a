internal import IndexDefinition
internal import QueryLanguage
internal import SQLite
internal import Tokenizing

/// Turns filters as typed into conditions on this index.
struct FilterResolver {
  struct Resolution {
    var filter: ArticleFilter
    var notes: [String] = []
  }

  let database: Connection
  let lookup: PersonLookup
  /// Countries count only where an article is about them.
  var countryFocus = false

  func resolve(_ filter: Filter) throws -> Resolution {
    switch filter {
    case .person(let name): return try people([name])
    case .country(let name): return try countryOrNote(name)
    case .date(let range): return Resolution(filter: .dates([range], undated: false))
    case .undated: return Resolution(filter: .dates([], undated: true))
    case .mentions(let range): return Resolution(filter: .rows(try articles(mentioning: range)))
    case .source(let name): return Resolution(filter: .rows(try articles(with: name, in: "source")))
    case .byline(let name): return Resolution(filter: .rows(try articles(with: name, in: "byline")))
    case .language(let code): return Resolution(filter: Self.language(code))
    }
  }

  /// In a query, which never errs, an unknown country is one that no article mentions.
  private func countryOrNote(_ name: String) throws -> Resolution {
    do { return try countries([name]) } catch let unknown as UnknownFilterValue {
      return Resolution(filter: countries([]), notes: [unknown.description])
    }
  }

  /// The articles that mention any of the people named.
  func people(_ names: [String]) throws -> Resolution {
    var resolution = Resolution(filter: .entities(.person, []))
    var ids: Set<UInt32> = []
    for name in names {
      let found = try lookup.people(named: name)
      ids.formUnion(found.people.map(\.id))
      resolution.notes += found.notes
    }
    resolution.filter = .entities(.person, ids.sorted())
    return resolution
  }

  /// - Throws: ``UnknownFilterValue`` for a name that no country has.
  func countries(_ names: [String]) throws -> Resolution {
    var resolution = Resolution(filter: countries([]))
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
    resolution.filter = countries(ids.sorted())
    return resolution
  }

  private func countries(_ ids: [UInt32]) -> ArticleFilter {
    countryFocus ? .focus(ids) : .entities(.country, ids)
  }

  static func language(_ code: String) -> ArticleFilter {
    let letters = Array(code.lowercased().utf8.prefix(2))
    guard letters.count == 2 else { return .rows([]) }
    return .language(Int32(letters[0]) << 8 | Int32(letters[1]))
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
    let tokenizer = Tokenizer()
    let wanted = tokenizer.terms(in: text)
    guard !wanted.isEmpty else { return [] }
    let values = try Statement(
      database, "SELECT id, \(column) FROM article WHERE \(column) IS NOT NULL ORDER BY id")
    var rows: [UInt32] = []
    try values.forEach { row in
      if tokenizer.terms(in: row.text(1)).hasRun(wanted) { rows.append(UInt32(row.integer(0))) }
    }
    return rows
  }
}

extension [String] {
  /// True when `other` stands somewhere in the list, its elements in a row.
  func hasRun(_ other: [String]) -> Bool {
    guard count >= other.count else { return false }
    return (0...count - other.count).contains { self[$0..<$0 + other.count].elementsEqual(other) }
  }
}
