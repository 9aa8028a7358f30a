internal import SQLite
internal import Tagging

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
