internal import IndexDefinition

/// Counts facets, each section on its core, and keeps between queries what counting needs.
///
/// A count handed out is good until the next of its kind is asked for.
final class FacetCounters {
  /// Fewer articles are counted sooner than the counters of ``EntityCodes`` are cleared.
  private static let leastForCodes = 2048
  private let lastRow: UInt32
  private let lastEntity: Int
  /// Those made so far.
  private(set) var codes: [ColumnLayout.Column: EntityCodes] = [:]
  /// Articles whose lists were read so far.
  private var articlesRead: [ColumnLayout.Column: Int] = [:]

  init(lastRow: Int64, lastEntity: Int) {
    self.lastRow = UInt32(clamping: lastRow)
    self.lastEntity = lastEntity
  }

  /// - Parameter sections: At least one.
  func dates(of sections: [CountedSection]) throws -> DateCounter {
    let counters = try sections.mapOnCores { section in
      let counter = section.core.dateCounter()
      try counter.count(section.rows.rows(of: .date), in: ColumnReader(section.core.columns))
      return counter
    }
    for counter in counters.dropFirst() { counters[0].add(counter) }
    return counters[0]
  }

  /// - Parameters:
  ///   - sections: At least one.
  ///   - leading: How many of the most frequent are to be told; nil: all.
  ///   - selected: Entities whose counts are to be told in any case.
  ///   - focusOnly: Whether only the countries that an article is about count.
  func entities(
    in column: ColumnLayout.Column, of sections: [CountedSection], leading: Int?,
    selected: Set<UInt32>, focusOnly: Bool
  ) throws -> any EntityCounts {
    let articles = sections.reduce(0) { $0 + $1.rows.rows(in: column).count }
    if let leading, articles >= Self.leastForCodes,
      let codes = try codes(of: column, sections[0].core)
    {
      let counts = try codeCounts(codes, column, sections, focusOnly)
      if counts.isExact(forLeading: leading, selected) { return counts }
    }
    articlesRead[column, default: 0] += articles
    return try listCounts(column, sections, focusOnly)
  }

  private func codeCounts(
    _ codes: EntityCodes, _ column: ColumnLayout.Column, _ sections: [CountedSection],
    _ focusOnly: Bool
  ) throws -> CodeCounts {
    let counts = try sections.mapOnCores {
      CodeCounts(codes, $0.rows.rows(in: column), countsFocusOnly: focusOnly)
    }
    for others in counts.dropFirst() { counts[0].add(others) }
    return counts[0]
  }

  private func listCounts(
    _ column: ColumnLayout.Column, _ sections: [CountedSection], _ focusOnly: Bool
  ) throws -> EntityCounter {
    let counters = try sections.mapOnCores { section in
      let counter = section.core.counter(of: column, highest: lastEntity)
      counter.countsFocusOnly = focusOnly
      try counter.count(section.rows.rows(in: column), in: ColumnReader(section.core.columns))
      return counter
    }
    for counter in counters.dropFirst() { counters[0].add(counter) }
    return counters[0]
  }

  /// Made once as many lists were read as making them reads: a single query has no use for them,
  /// and a reader of many has them soon.
  private func codes(of column: ColumnLayout.Column, _ core: CoreReader) throws -> EntityCodes? {
    if let codes = codes[column] { return codes }
    guard articlesRead[column, default: 0] > Int(lastRow) else { return nil }
    let counter = core.counter(of: column, highest: lastEntity)
    try counter.countAll(through: lastRow, in: ColumnReader(core.columns))
    let made = try EntityCodes(counter, lastRow: lastRow, ColumnReader(core.columns))
    codes[column] = made
    return made
  }
}
