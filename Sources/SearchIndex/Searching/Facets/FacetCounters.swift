internal import IndexDefinition

/// What counting facets needs from one query to the next.
final class FacetCounters {
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

  /// - Parameters:
  ///   - facets: Those to be counted.
  ///   - countryFocus: Whether only the countries that an article is about count.
  ///   - core: What reads columns where codes are to be made.
  func needs(
    of facets: [FacetRequest], countryFocus: Bool, _ core: CoreReader
  ) throws -> FacetNeeds {
    let columns: [ColumnLayout.Column] = [.person, .country]
    return FacetNeeds(
      dates: facets.contains { $0.kind == .date },
      entities: try columns.compactMap { column in
        let wanted = facets.filter { ColumnLayout.Column($0.kind) == column }
        guard !wanted.isEmpty else { return nil }
        return FacetNeeds.Entities(
          column: column,
          codes: wanted.contains { $0.leading != nil } ? try codes(of: column, core) : nil,
          focusOnly: column == .country && countryFocus)
      },
      lastEntity: lastEntity)
  }

  /// Remembers what a query has read.
  func note(_ counts: FacetCounts) {
    for column in counts.lists.keys {
      articlesRead[column, default: 0] += counts.articlesRead(in: column)
    }
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
