internal import GRDB
internal import IndexDefinition
internal import QueryLanguage
internal import Tokenizing

/// Turns filters as typed into conditions on this index.
struct FilterResolver {
  struct Resolution {
    var filter: ArticleFilter
    var notes: [String] = []
  }

  let database: Database
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
      let id = try UInt32.fetchOne(
        database, sql: "SELECT id FROM entity WHERE kind = 'country' AND value = ?",
        arguments: [code])
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
    let dates = try Row.fetchAll(
      database, sql: "SELECT id, value FROM entity WHERE kind = 'date' AND value >= ?",
      arguments: [range.from.map { String($0.description.prefix(4)) } ?? ""])
    var rows: Set<UInt32> = []
    for date in dates {
      let value: String = date["value"]
      guard let value = CalendarDate(value), range.contains(value) else { continue }
      rows.formUnion(
        try UInt32.fetchAll(
          database, sql: "SELECT article_id FROM article_entity WHERE entity_id = ?",
          arguments: [date["id"] as Int64]))
    }
    return rows.sorted()
  }

  /// Articles whose column holds all the words of `text` in a row.
  private func articles(with text: String, in column: String) throws -> [UInt32] {
    let tokenizer = Tokenizer()
    let wanted = tokenizer.terms(in: text)
    guard !wanted.isEmpty else { return [] }
    let values = try Row.fetchCursor(
      database, sql: "SELECT id, \(column) FROM article WHERE \(column) IS NOT NULL ORDER BY id")
    var rows: [UInt32] = []
    while let row = try values.next() {
      if tokenizer.terms(in: row[1]).hasRun(wanted) { rows.append(row[0]) }
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
