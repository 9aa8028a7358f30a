internal import IndexDefinition
internal import SQLite
internal import SearchEngine
internal import SearchModel

/// Columns and totals, worked out anew and compared with those stored.
struct DerivedDataCheck {
  let index: ArticleIndex
  let repair: Bool

  func columnFindings() throws -> [CheckFinding] { try unknownColumns() + wrongColumns() }

  private func unknownColumns() throws -> [CheckFinding] {
    try index.inspect(repairing: repair) { database in
      let known = ColumnLayout.Column.allCases.map(\.rawValue) + [StemStatistics.columnName]
      let condition = "name NOT IN (\(known.map { "'\($0)'" }.joined(separator: ", ")))"
      let names: [String] = try database.values(
        "SELECT DISTINCT name FROM column_chunk WHERE \(condition) ORDER BY 1")
      if repair { try database.execute("DELETE FROM column_chunk WHERE \(condition)") }
      return names.map { finding("column \($0) is none of ours") }
    }
  }

  private func wrongColumns() throws -> [CheckFinding] {
    try index.inspect(repairing: repair) { database in
      let columns = try ColumnRebuild(database)
      return try columns.chunks().flatMap { chunk in
        try columns.differences(in: chunk).map { column, blob in
          if repair { try columns.store(blob, column, chunk) }
          return finding(
            "column \(column.rawValue), chunk \(chunk) does not agree with the articles")
        }
      }
    }
  }

  /// Which articles are near-copies, by the columns that were looked at before.
  func storyFindings() throws -> [CheckFinding] {
    try index.inspect(repairing: repair) { database in
      // What a run that was cut off stored has none yet.
      guard try SettledState(database).isSettled() else { return [] }
      let table = try StoryTable(database)
      let leads = try StoryLeads(database)
      var truth: [Int64: Int64] = [:]
      for members in try StoryFinder(database).allStories() {
        let lead = try leads.lead(of: members)
        for member in members { truth[member] = lead }
      }
      let stored = try table.all()
      let wrong = Set(truth.keys).union(stored.keys).filter { truth[$0] != stored[$0] }
      guard !wrong.isEmpty else { return [] }
      if repair { try mend(wrong, truth, table, database) }
      return [finding("the stories of \(wrong.count) articles do not agree with their texts")]
    }
  }

  private func mend(
    _ wrong: Set<Int64>, _ truth: [Int64: Int64], _ table: StoryTable, _ database: Connection
  ) throws {
    try table.removeAll()
    for (article, lead) in truth { try table.set(article, lead: lead) }
    let values = wrong.map { ($0, UInt32(truncatingIfNeeded: truth[$0] ?? 0)) }
    try ColumnQueue(database).setStories(Dictionary(uniqueKeysWithValues: values))
  }

  func totalFindings() throws -> [CheckFinding] {
    try index.inspect(repairing: repair) { database in
      try textBytes(database) + language(database)
    }
  }

  private func textBytes(_ database: Connection) throws -> [CheckFinding] {
    let truth = try TextBytes.counted(database)
    let stored = try TextBytes.stored(database)
    if truth == stored { return [] }
    if repair { try TextBytes.set(truth, database) }
    return [finding("meta.text_bytes is \(stored), the articles have \(truth)")]
  }

  private func language(_ database: Connection) throws -> [CheckFinding] {
    let dominant = DominantLanguage(database: database)
    let truth = try dominant.counted()
    let stored = try dominant.stored()
    if truth == stored { return [] }
    if repair { try dominant.store() }
    return [finding("meta.language is \(stored), most articles have \(truth)")]
  }

  private func finding(_ message: String) -> CheckFinding {
    .init(side: .derived, message: message, isRepaired: repair)
  }
}
