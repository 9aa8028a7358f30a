internal import IndexDefinition

/// Counts facets, and keeps between queries what counting needs.
///
/// A count handed out is good until the next of its kind is asked for.
final class FacetCounters {
  /// Fewer articles are counted sooner than the counters of ``EntityCodes`` are cleared.
  private static let leastForCodes = 2048
  private let columns: ColumnCache
  private let lastRow: UInt32
  private let lastEntity: Int
  private var counters: [ColumnLayout.Column: EntityCounter] = [:]
  /// Those made so far.
  private(set) var codes: [ColumnLayout.Column: EntityCodes] = [:]
  /// Articles whose lists were read so far.
  private var articlesRead: [ColumnLayout.Column: Int] = [:]
  private let dates = DateCounter()

  init(_ columns: ColumnCache, lastRow: Int64, lastEntity: Int) {
    self.columns = columns
    self.lastRow = UInt32(clamping: lastRow)
    self.lastEntity = lastEntity
  }

  func dates(of rows: Rows) throws -> DateCounter {
    dates.reset()
    try dates.count(rows, in: ColumnReader(columns))
    return dates
  }

  /// - Parameters:
  ///   - leading: How many of the most frequent are to be told; nil: all.
  ///   - selected: Entities whose counts are to be told in any case.
  ///   - focusOnly: Whether only the countries that an article is about count.
  func entities(
    in column: ColumnLayout.Column, of rows: Rows, leading: Int?, selected: Set<UInt32>,
    focusOnly: Bool
  ) throws -> any EntityCounts {
    if let leading, rows.count >= Self.leastForCodes, let codes = try codes(of: column) {
      let counts = CodeCounts(codes, rows, countsFocusOnly: focusOnly)
      if counts.isExact(forLeading: leading, selected) { return counts }
    }
    articlesRead[column, default: 0] += rows.count
    let counter = counter(of: column)
    counter.countsFocusOnly = focusOnly
    try counter.count(rows, in: ColumnReader(columns))
    return counter
  }

  /// Made once as many lists were read as making them reads: a single query has no use for them,
  /// and a reader of many has them soon.
  private func codes(of column: ColumnLayout.Column) throws -> EntityCodes? {
    if let codes = codes[column] { return codes }
    guard articlesRead[column, default: 0] > Int(lastRow) else { return nil }
    let counter = counter(of: column)
    try counter.countAll(through: lastRow, in: ColumnReader(columns))
    let made = try EntityCodes(counter, lastRow: lastRow, ColumnReader(columns))
    codes[column] = made
    return made
  }

  /// An empty counter.
  private func counter(of column: ColumnLayout.Column) -> EntityCounter {
    let counter = counters[column] ?? EntityCounter(column, highest: lastEntity)
    counters[column] = counter
    counter.reset()
    return counter
  }
}
