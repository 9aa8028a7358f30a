internal import GRDB
internal import Tokenizing

/// Finds the people that a name as typed may mean.
struct PersonLookup {
  struct Person: Equatable {
    var id: UInt32
    var name: String
  }

  /// Names offered when none fits.
  private static let suggestionLimit = 3
  let database: Database

  /// The person of this canonical name; else all whose name is the same without case and
  /// diacritics; else all whose name ends with the words typed, such as a bare surname.
  func people(named name: String) throws -> (people: [Person], notes: [String]) {
    let exact = try Row.fetchOne(
      database, sql: "SELECT id, value FROM entity WHERE kind = 'person' AND value = ?",
      arguments: [name])
    if let exact { return ([Person(id: exact[0], name: exact[1])], []) }
    let scan = try scan(for: Tokenizer().terms(in: name))
    if !scan.same.isEmpty { return (scan.same, []) }
    if scan.endings.isEmpty { return ([], [unknown(name, scan.near)]) }
    return (scan.endings, scan.endings.count > 1 ? [ambiguous(name, scan.endings)] : [])
  }

  private func scan(
    for wanted: [String]
  ) throws -> (same: [Person], endings: [Person], near: [String]) {
    let tokenizer = Tokenizer()
    var same: [Person] = []
    var endings: [Person] = []
    var near: [(distance: Int, name: String)] = []
    guard let surname = wanted.last else { return ([], [], []) }
    let rows = try Row.fetchCursor(
      database, sql: "SELECT id, value FROM entity WHERE kind = 'person'")
    while let row = try rows.next() {
      let person = Person(id: row[0], name: row[1])
      let terms = tokenizer.terms(in: person.name)
      if terms == wanted {
        same.append(person)
      } else if terms.count > wanted.count, terms.suffix(wanted.count).elementsEqual(wanted) {
        endings.append(person)
      } else if let last = terms.last {
        let distance = EditDistance.distance(surname, last, limit: 2)
        if distance <= 2 { near.append((distance, person.name)) }
      }
    }
    near.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return (same, endings, near.prefix(Self.suggestionLimit).map(\.name))
  }

  private func unknown(_ name: String, _ near: [String]) -> String {
    let remedy = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
    return "no article mentions a person named \(name)\(remedy)"
  }

  private func ambiguous(_ name: String, _ people: [Person]) -> String {
    let shown = people.map(\.name).sorted().prefix(5).joined(separator: ", ")
    let more = people.count > 5 ? " and \(people.count - 5) more" : ""
    return "\(name) stands for \(shown)\(more)"
  }
}
