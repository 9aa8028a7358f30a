internal import SQLite

/// Verifies an index and, when asked, rebuilds what is derived.
///
/// The checks go from the ground up: the file, the rows, full text, and last what is derived from
/// those; a repair of one is there when the next is checked.
package struct IndexCheck: Sendable {
  /// One thing found wrong.
  package struct Finding: Sendable, Equatable {
    /// The side that is damaged.
    package enum Side: String, Sendable {
      /// The SQLite file itself.
      case file
      /// Articles, entities, mentions: the truth. Repair cannot bring it back.
      case content
      /// article_fts against the articles.
      case fullText = "full_text"
      /// Columns, stems: derived from the truth.
      case derived
    }

    package var side: Side
    package var message: String
    package var isRepaired: Bool

    package init(side: Side, message: String, isRepaired: Bool = false) {
      self.side = side
      self.message = message
      self.isRepaired = isRepaired
    }
  }

  /// What a check found, and what it had to leave out.
  package struct Report: Sendable, Equatable {
    package var findings: [Finding] = []
    /// What could not be checked, and why, in words.
    package var skipped: [String] = []

    package init(findings: [Finding] = [], skipped: [String] = []) {
      self.findings = findings
      self.skipped = skipped
    }

    /// Nothing is wrong, or all was mended; what was skipped may hold surprises.
    package var isSound: Bool { findings.allSatisfy(\.isRepaired) }
  }

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
  package func run(repair: Bool, progress: (String) -> Void) throws -> Report {
    guard repair else { return try report(repair: false, progress) }
    let lock = try WriterLock(indexPath: index.path, patience: .seconds(10))
    defer { lock.release() }
    return try report(repair: true, progress)
  }

  private func report(repair: Bool, _ progress: (String) -> Void) throws -> Report {
    var report = Report()
    func check(_ name: String, _ side: Finding.Side, _ body: () throws -> [Finding]) throws {
      progress("checking \(name)")
      do { report.findings += try body() } catch ArticleIndexError.damaged(_, let detail) {
        report.findings.append(Finding(side: side, message: "\(name): \(detail)"))
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
