internal import SQLite
internal import SearchEngine
internal import SearchModel
internal import Tokenizing

/// Table `stem` and the counts of stems.
struct StemCheck {
  let index: ArticleIndex
  let repair: Bool

  func findings() throws -> [CheckFinding] { try missing() + bogus() + counts() }

  private func missing() throws -> [CheckFinding] {
    try index.inspect(repairing: repair) { database in
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

  /// Rows whose term has another stem; they would find what does not belong there.
  private func bogus() throws -> [CheckFinding] {
    try index.inspect(repairing: repair) { database in
      let bogus = try BogusStems(database).rows()
      guard let first = bogus.first else { return [] }
      if repair { try StemTable.remove(bogus, database) }
      return [
        finding(
          "\(bogus.count) rows of table stem are wrong, the first: \(first.term) has not the stem "
            + "\(first.stem) (\(first.language))")
      ]
    }
  }

  private func counts() throws -> [CheckFinding] {
    let isWrong = try index.read { try !StoredStems(database: $0).isSound() }
    guard isWrong else { return [] }
    if repair {
      try index.write { database in
        try database.transaction(.immediate) { try StemSample(database).apply(all: true) }
      }
    }
    return [finding("column stem is not as it was counted")]
  }

  private func finding(_ message: String) -> CheckFinding {
    .init(side: .derived, message: message, isRepaired: repair)
  }
}
