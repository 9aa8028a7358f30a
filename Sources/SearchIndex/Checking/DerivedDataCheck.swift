internal import IndexDefinition
internal import SQLite
internal import SearchModel

/// Columns, stems and totals, worked out anew and compared with those stored.
struct DerivedDataCheck {
  let index: ArticleIndex
  let repair: Bool

  func columnFindings() throws -> [CheckFinding] {
    try run { database in
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

  func stemFindings() throws -> [CheckFinding] {
    try run { database in
      let missing = try MissingStems(database).rows()
      guard !missing.isEmpty else { return [] }
      if repair {
        let table = try StemTable(database)
        table.add(missing)
        try table.apply()
      }
      return [finding("\(missing.count) terms are missing in table stem")]
    }
  }

  func totalFindings() throws -> [CheckFinding] {
    try run { database in
      let truth = try TextBytes.counted(database)
      let stored = try TextBytes.stored(database)
      if truth == stored { return [] }
      if repair { try TextBytes.set(truth, database) }
      return [finding("meta.text_bytes is \(stored), the articles have \(truth)")]
    }
  }

  private func finding(_ message: String) -> CheckFinding {
    .init(side: .derived, message: message, isRepaired: repair)
  }

  /// One transaction, that all parts of a comparison are of one state.
  private func run(
    _ body: (Connection) throws -> [CheckFinding]
  ) throws -> [CheckFinding] {
    guard repair else { return try index.read(body) }
    return try index.write { database in
      try database.transaction(.immediate) { try body(database) }
    }
  }
}
