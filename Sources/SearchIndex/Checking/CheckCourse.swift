internal import SQLite
internal import SearchModel

/// What a check found, and what follows for a repair.
struct CheckOutcome {
  var report = CheckReport()
  /// What is derived can be built anew in the file itself; else a new file must be made.
  var isMendable = true
  /// Pages are not as they were written.
  var hasChangedPages = false
  /// Pages were written by another program.
  var hasForeignPages = false
}

/// The checks one after the other, from the ground up; damage that ends one of them is a finding.
final class CheckCourse {
  private let index: ArticleIndex
  private let progress: (String) -> Void
  private var outcome = CheckOutcome()

  init(index: ArticleIndex, progress: @escaping (String) -> Void) {
    self.index = index
    self.progress = progress
  }

  /// Nothing is mended where the ground is not sound.
  func outcome(repair: Bool) throws -> CheckOutcome {
    let file = try checkFile()
    guard file?.hasSoundTrees == true else {
      outcome.isMendable = false
      outcome.report.skipped.append("what the tables hold was not checked: their trees are damaged")
      return outcome
    }
    try checkContent()
    let mends = repair && outcome.isMendable
    if mends, file?.hasWrongIndex == true {
      try index.write { try $0.execute("REINDEX") }
      outcome.report.markRepaired { $0.side == .file && FileCheck.isOfIndex($0.message) }
    }
    try checkDerived(repair: mends)
    return outcome
  }

  private func checkFile() throws -> FileCheck? {
    var file: FileCheck?
    try check("the file", .file) {
      // Damage ends transactions: SQLite's own check is one statement, which needs none.
      let found = try index.readWithoutTransaction { try FileCheck($0) }
      file = found
      return found.findings
    }
    outcome.hasChangedPages = file?.hasChangedPages != false
    if let pages = file?.foreignPages, pages > 0 {
      outcome.hasForeignPages = true
      outcome.report.skipped.append(
        "\(pages) pages were last written by another program: --repair gives them checksums when "
          + "nothing else is wrong")
    }
    outcome.isMendable = outcome.isMendable && file?.isMendable == true
    return file
  }

  private func checkContent() throws {
    try check("articles and their tags", .content) { try index.read(ContentCheck.findings) }
    try check("tags", .content) {
      let lost = try index.read { try LostTags($0).holders() }
      guard !lost.isEmpty else { return [] }
      outcome.isMendable = false
      return [CheckFinding(side: .content, message: "tags of \(lost.count) articles are missing")]
    }
  }

  private func checkDerived(repair: Bool) throws {
    try check("the schema", .derived, SchemaCheck(index: index, repair: repair).findings)
    let fullText = FullTextCheck(index: index, repair: repair)
    try check("full text", .fullText) {
      try fullText.findings(progress) { outcome.report.skipped.append($0) }
    }
    let derived = DerivedDataCheck(index: index, repair: repair)
    try check("columns", .derived, derived.columnFindings)
    try check("stories", .derived, derived.storyFindings)
    try check("stems", .derived, StemCheck(index: index, repair: repair).findings)
    try check("entities", .derived, EntityCheck(index: index, repair: repair).findings)
    try check("totals", .derived, derived.totalFindings)
  }

  private func check(
    _ name: String, _ side: CheckFinding.Side, _ body: () throws -> [CheckFinding]
  ) throws {
    progress("checking \(name)")
    do { outcome.report.findings += try body() } catch ArticleIndexError.damaged(_, let detail) {
      fail(name, side, detail)
    } catch ArticleIndexError.other(_, let message) {
      // Rows that lead nowhere are not damage to SQLite.
      fail(name, side, message)
    }
  }

  private func fail(_ name: String, _ side: CheckFinding.Side, _ detail: String) {
    outcome.isMendable = false
    outcome.report.findings.append(CheckFinding(side: side, message: "\(name): \(detail)"))
  }
}

extension CheckFinding {
  /// Tells of pages that are not as they were written, and of nothing that these hold.
  var isOfPages: Bool {
    side == .file && message.contains("as it was written")
      || side == .file && message.contains("as they were written")
  }
}

extension ArticleIndex {
  /// Runs a comparison in one transaction, that all its parts are of one state; one that writes where
  /// what is wrong is mended.
  func inspect(
    repairing: Bool, _ body: (Connection) throws -> [CheckFinding]
  ) throws -> [CheckFinding] {
    guard repairing else { return try read(body) }
    return try write { database in
      try database.transaction(.immediate) { try body(database) }
    }
  }
}
