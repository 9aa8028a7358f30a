internal import IndexDefinition
internal import SQLite

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
    articles = try Statement(database, "SELECT title, body, language FROM article")
    find = try Statement(
      database, "SELECT 1 FROM stem WHERE language = ? AND stem = ? AND term = ?")
  }

  func rows() throws -> [StemmedTerm] {
    let collector = StemCollector(known: KnownTerms(limit: Self.knownTerms))
    var missing: Set<StemmedTerm> = []
    try articles.forEach { row in
      collector.add(
        Article(id: "", title: row.text(0), body: row.text(1), language: row.optionalText(2)))
      missing.formUnion(try collector.takeNew().filter { try !isStored($0) })
    }
    return missing.sorted()
  }

  private func isStored(_ row: StemmedTerm) throws -> Bool {
    try find.first(.text(row.language), .text(row.stem), .text(row.term)) { _ in true } ?? false
  }
}
