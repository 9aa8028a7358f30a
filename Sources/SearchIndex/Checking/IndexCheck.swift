internal import SQLite
package import SearchModel

/// Verifies an index and, when asked, rebuilds what is derived.
///
/// The checks go from the ground up: the file, the rows, full text, and last what is derived from
/// those; a repair of one is there when the next is checked.
package struct IndexCheck: Sendable {
  package let index: ArticleIndex

  package init(index: ArticleIndex) {
    self.index = index
  }

  /// All that is wrong, and what could not be checked.
  ///
  /// With `repair`, rebuilds full text and derived data from the articles, and marks what it
  /// mended; the index must then be open for writing, and no one else may be writing it.
  ///
  /// - Parameter progress: told in words what is being checked.
  /// - Throws: ``ArticleIndexError`` when it cannot be checked at all.
  package func run(repair: Bool, progress: (String) -> Void) throws -> CheckReport {
    guard repair else { return try report(repair: false, progress) }
    let lock = try WriterLock(indexPath: index.path, patience: .seconds(10))
    defer { lock.release() }
    return try report(repair: true, progress)
  }

  private func report(repair: Bool, _ progress: (String) -> Void) throws -> CheckReport {
    var report = CheckReport()
    func check(_ name: String, _ side: CheckFinding.Side, _ body: () throws -> [CheckFinding])
      throws
    {
      progress("checking \(name)")
      do { report.findings += try body() } catch ArticleIndexError.damaged(_, let detail) {
        report.findings.append(CheckFinding(side: side, message: "\(name): \(detail)"))
      }
    }
    try check("the file", .file) { try index.read(FileCheck.findings) }
    try check("articles and their tags", .content) { try index.read(ContentCheck.findings) }
    let fullText = FullTextCheck(index: index, repair: repair)
    try check("full text", .fullText) {
      try fullText.findings(progress) { report.skipped.append($0) }
    }
    let derived = DerivedDataCheck(index: index, repair: repair)
    try check("columns", .derived, derived.columnFindings)
    try check("stems", .derived, derived.stemFindings)
    try check("totals", .derived, derived.totalFindings)
    return report
  }
}

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
