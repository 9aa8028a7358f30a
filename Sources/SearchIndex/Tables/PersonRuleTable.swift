internal import IndexDefinition
internal import OperatingSystem
internal import SQLite
internal import SearchModel
internal import Tagging

/// Table `person_rule`: the user's corrections in the order in which they were made.
struct PersonRuleTable {
  let database: Connection

  /// - Throws: ``PersonRule/SyntaxError`` for a line that wsearch did not write.
  func all() throws -> [MadeRule] {
    let rows = try database.rows("SELECT rule, made FROM person_rule ORDER BY id")
    return try rows.map { row in
      MadeRule(
        rule: try PersonRule(line: row.text("rule")), made: row.text("made"))
    }
  }

  var rules: PersonRules {
    get throws { PersonRules(try all().map(\.rule)) }
  }

  func add(_ rule: PersonRule) throws {
    try database.execute(
      "INSERT INTO person_rule(rule, made) VALUES (?, ?)",
      .text(rule.description), .text(Timestamp.now.iso8601))
  }

  /// Removes the rule at a place in ``all()``.
  func remove(at position: Int) throws {
    try database.execute(
      """
      DELETE FROM person_rule
      WHERE id = (SELECT id FROM person_rule ORDER BY id LIMIT 1 OFFSET ?)
      """, .integer(Int64(position)))
  }
}
