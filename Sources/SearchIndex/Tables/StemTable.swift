internal import IndexDefinition
internal import SQLite
internal import Tokenizing

/// Table `stem`; rows wait until the batch ends and go in by key.
///
/// A row stays when the last article with its term goes: it then names a term without postings,
/// which finds nothing.
final class StemTable {
  private var waiting: [StemmedTerm] = []
  private let insert: Statement

  init(_ database: Connection) throws {
    insert = try Statement(
      database, "INSERT OR IGNORE INTO stem(language, stem, term) VALUES (?, ?, ?)")
  }

  /// Takes rows out.
  static func remove(_ rows: [StemmedTerm], _ database: Connection) throws {
    let delete = try Statement(
      database, "DELETE FROM stem WHERE language = ? AND stem = ? AND term = ?")
    for row in rows { try delete.run(.text(row.language), .text(row.stem), .text(row.term)) }
  }

  func add(_ rows: [StemmedTerm]) {
    waiting += rows
  }

  func apply() throws {
    for row in waiting.sorted() {
      try insert.run(.text(row.language), .text(row.stem), .text(row.term))
    }
    waiting.removeAll(keepingCapacity: true)
  }
}

/// Finds the rows that table `stem` lacks.
///
/// Rows of terms that no article has any more do no harm.
struct MissingStems {
  /// Terms remembered, some 16 bytes each.
  private static let knownTerms = 4_000_000

  private let articles: Statement
  private let find: Statement

  init(_ database: Connection) throws {
    articles = try Statement(database, "SELECT title, body, language, joined FROM article")
    find = try Statement(
      database, "SELECT 1 FROM stem WHERE language = ? AND stem = ? AND term = ?")
  }

  func rows() throws -> [StemmedTerm] {
    let collector = StemCollector(known: KnownTerms(limit: Self.knownTerms))
    var missing: Set<StemmedTerm> = []
    try articles.forEach { row in
      collector.add(
        Article(id: "", title: row.text(0), body: row.text(1), language: row.optionalText(2)),
        joined: row.optionalText(3))
      missing.formUnion(try collector.takeNew().filter { try !isStored($0) })
    }
    return missing.sorted()
  }

  private func isStored(_ row: StemmedTerm) throws -> Bool {
    try find.first(.text(row.language), .text(row.stem), .text(row.term)) { _ in true } ?? false
  }
}

/// Finds the rows of table `stem` whose term has another stem, or none of its own.
struct BogusStems {
  private let all: Statement

  init(_ database: Connection) throws {
    all = try Statement(database, "SELECT language, stem, term FROM stem")
  }

  func rows() throws -> [StemmedTerm] {
    var bogus: [StemmedTerm] = []
    var stemmers: [String: Stemmer?] = [:]
    try all.forEach { row in
      let language = row.text(0)
      let stemmer = stemmers[language] ?? Stemmer(language: language)
      stemmers[language] = .some(stemmer)
      let found = StemmedTerm(language: language, stem: row.text(1), term: row.text(2))
      if stemmer?.stem(found.term) != found.stem || found.stem == found.term { bogus.append(found) }
    }
    return bogus
  }
}
