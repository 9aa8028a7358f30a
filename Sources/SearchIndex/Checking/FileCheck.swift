internal import GRDB

/// The SQLite file: its pages, its b-trees, its indexes, and that references lead somewhere.
enum FileCheck {
  /// More are of no use to anyone.
  private static let limit = 20

  static func findings(_ database: Database) throws -> [IndexCheck.Finding] {
    let messages = try String.fetchAll(database, sql: "PRAGMA integrity_check(\(limit))")
    let damage = messages.filter { $0 != "ok" }.map { IndexCheck.Finding(side: .file, message: $0) }
    return try damage + brokenReferences(database)
  }

  private static func brokenReferences(_ database: Database) throws -> [IndexCheck.Finding] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT "table" AS child, parent, count(*) AS rows FROM pragma_foreign_key_check
        GROUP BY 1, 2 ORDER BY 1, 2
        """)
    return rows.map { row in
      let (child, parent, count): (String, String, Int) = (row["child"], row["parent"], row["rows"])
      return IndexCheck.Finding(
        side: .content,
        message: "\(count) rows of \(child) name a row of \(parent) that is not there")
    }
  }
}
