internal import SQLite
internal import SearchModel

/// The SQLite file: its pages, its b-trees, its indexes, and that references lead somewhere.
enum FileCheck {
  /// More are of no use to anyone.
  private static let limit = 20

  static func findings(_ database: Connection) throws -> [CheckFinding] {
    let messages: [String] = try database.values("PRAGMA integrity_check(\(limit))")
    let damage = messages.filter { $0 != "ok" }.map { CheckFinding(side: .file, message: $0) }
    return try damage + brokenReferences(database)
  }

  private static func brokenReferences(_ database: Connection) throws -> [CheckFinding] {
    let rows = try database.rows(
      """
      SELECT "table" AS child, parent, count(*) AS rows FROM pragma_foreign_key_check
      GROUP BY 1, 2 ORDER BY 1, 2
      """)
    return rows.map { row in
      CheckFinding(
        side: .content,
        message: "\(row.integer("rows")) rows of \(row.text("child")) name a row of "
          + "\(row.text("parent")) that is not there")
    }
  }
}
