/// One thing found wrong.
package struct CheckFinding: Sendable, Equatable {
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
package struct CheckReport: Sendable, Equatable {
  package var findings: [CheckFinding] = []
  /// What could not be checked, and why, in words.
  package var skipped: [String] = []

  /// What was done besides, in words.
  package var notes: [String] = []

  package init(findings: [CheckFinding] = [], skipped: [String] = []) {
    self.findings = findings
    self.skipped = skipped
  }

  /// Nothing is wrong, or all was mended; what was skipped may hold surprises.
  package var isSound: Bool { findings.allSatisfy(\.isRepaired) }

  /// Marks those findings as repaired that `isMended` says of.
  package mutating func markRepaired(where isMended: (CheckFinding) -> Bool) {
    for place in findings.indices where isMended(findings[place]) {
      findings[place].isRepaired = true
    }
  }
}
