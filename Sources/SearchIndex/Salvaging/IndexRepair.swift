internal import OperatingSystem
internal import SQLite
package import SearchModel

/// Mends an index.
///
/// What is derived is built anew in the file itself where its trees are sound, else in a new file that
/// takes its place. The file as it was is then kept beside it.
package struct IndexRepair: Sendable {
  private let path: String
  private let options: IndexingOptions

  /// - Parameter path: Of the index; a symbolic link stays one.
  package init(path: String, options: IndexingOptions = IndexingOptions()) {
    self.path = FilePath.resolved(path)
    self.options = options
  }

  /// What was wrong, each thing marked that is mended.
  ///
  /// - Parameter progress: told in words what is being done.
  /// - Throws: ``ArticleIndexError`` when it cannot be mended.
  package func run(progress: (String) -> Void) throws -> CheckReport {
    try IndexFile.checkReadable(path)
    try IndexFile.checkWritable(path)
    let lock = try WriterLock(indexPath: path, patience: options.patience)
    defer { lock.release() }
    let outcome = try mendInPlace(progress)
    return outcome.isMendable ? outcome.report : try makeAnew(outcome.report, progress)
  }

  // MARK: - In place

  private func mendInPlace(_ progress: (String) -> Void) throws -> CheckOutcome {
    do {
      let index = try ArticleIndex(path: path, access: .readWrite)
      var outcome = try IndexCheck(index: index).outcome(repair: true, progress)
      if outcome.isMendable, outcome.hasChangedPages || outcome.hasForeignPages {
        try seal(&outcome, progress)
      }
      return outcome
    } catch ArticleIndexError.damaged(_, let detail) {
      return CheckOutcome(unopened: detail)
    } catch ArticleIndexError.notAnIndex {
      return CheckOutcome(unopened: "its header")
    }
  }

  /// Pages whose contents are sound whatever wrote them get their checksums: once all is mended.
  private func seal(_ outcome: inout CheckOutcome, _ progress: (String) -> Void) throws {
    let index = try ArticleIndex(path: path, access: .readWrite)
    let again = try IndexCheck(index: index).outcome(repair: false, progress)
    guard again.report.findings.allSatisfy(\.isOfPages) else { return }
    try index.write { database in
      try database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      try database.transaction(.immediate) { try database.sealAllPages() }
    }
    outcome.report.markRepaired(where: \.isOfPages)
    outcome.report.skipped = again.report.skipped.filter { !$0.contains("another program") }
  }

  // MARK: - In a new file

  private func makeAnew(
    _ report: CheckReport, _ progress: (String) -> Void
  ) throws -> CheckReport {
    progress("making the index anew from what is readable")
    let new = NewIndex(path + ".repair")
    new.remove()
    let summary = try salvage(to: new.path)
    let kept = try new.takePlace(ofDamaged: path)
    var report = report
    report.markRepaired { _ in true }
    report.skipped = []
    report.findings += Self.findings(summary)
    report.notes.append("made anew of \(summary.articles) articles; the file as it was is \(kept)")
    return report
  }

  private func salvage(to newPath: String) throws -> SalvageSummary {
    do {
      return try IndexSalvage(from: path, to: newPath, options: options).run { _, _ in }
    } catch ArticleIndexError.notAnIndex {
      throw ArticleIndexError.other(
        path: path,
        message: "nothing of an index can be read: index the sources again into a new file")
    }
  }

  private static func findings(_ summary: SalvageSummary) -> [CheckFinding] {
    var findings = summary.altered.map { id in
      CheckFinding(side: .content, message: "article \(id) is not as it was stored")
    }
    if summary.lost > 0 {
      findings.append(.init(side: .content, message: "\(summary.lost) articles are lost"))
    }
    if !findings.isEmpty {
      findings.append(
        .init(side: .content, message: "the next run of `wsearch index` reads their files again"))
    }
    return findings
  }
}

extension CheckOutcome {
  /// Of a file that cannot be opened.
  fileprivate init(unopened detail: String) {
    report.findings = [CheckFinding(side: .file, message: detail)]
    isMendable = false
  }
}
