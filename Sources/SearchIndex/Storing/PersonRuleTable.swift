internal import Foundation
internal import GRDB
internal import Tagging

/// Table `person_rule`: the user's corrections in the order in which they were made.
struct PersonRuleTable {
  let database: Database

  /// - Throws: ``PersonRule/SyntaxError`` for a line that wsearch did not write.
  func all() throws -> [PersonCorrections.MadeRule] {
    let rows = try Row.fetchAll(database, sql: "SELECT rule, made FROM person_rule ORDER BY id")
    return try rows.map { row in
      PersonCorrections.MadeRule(rule: try PersonRule(line: row["rule"]), made: row["made"])
    }
  }

  var rules: PersonRules {
    get throws { PersonRules(try all().map(\.rule)) }
  }

  func add(_ rule: PersonRule) throws {
    try database.execute(
      sql: "INSERT INTO person_rule(rule, made) VALUES (?, ?)",
      arguments: [rule.description, Date().formatted(.iso8601)])
  }

  /// Removes the rule at a place in ``all()``.
  func remove(at position: Int) throws {
    try database.execute(
      sql: """
        DELETE FROM person_rule
        WHERE id = (SELECT id FROM person_rule ORDER BY id LIMIT 1 OFFSET ?)
        """, arguments: [position])
  }
}
