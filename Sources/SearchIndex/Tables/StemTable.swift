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
