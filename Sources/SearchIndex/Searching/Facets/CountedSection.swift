internal import IndexDefinition

/// What facets count of a section's articles.
struct CountedSection {
  /// Fewer articles are counted sooner than the counters of ``EntityCodes`` are cleared.
  private static let leastForCodes = 2048
  let core: CoreReader
  let rows: CountedRows
  private(set) var dates: DateCounter?
  private(set) var codes: [ColumnLayout.Column: CodeCounts] = [:]
  private(set) var lists: [ColumnLayout.Column: EntityCounter] = [:]

  /// Counts all that is needed, by codes where there are any.
  ///
  /// - Parameter isPart: Whether there are other sections: all of them count in the same way.
  init(_ core: CoreReader, _ rows: CountedRows, _ needs: FacetNeeds, isPart: Bool) throws {
    self.core = core
    self.rows = rows
    if needs.dates {
      dates = try core.dateCounter().counting(rows.rows(of: .date), in: ColumnReader(core.columns))
    }
    for needed in needs.entities {
      let counted = rows.rows(in: needed.column)
      if let codes = needed.codes, isPart || counted.count >= Self.leastForCodes {
        self.codes[needed.column] = core.counts(by: codes, of: needed.column)
          .counting(counted, focusOnly: needed.focusOnly)
      } else {
        lists[needed.column] = try listCounts(needed, highest: needs.lastEntity)
      }
    }
  }

  /// Counts the entities of a column one by one.
  func listCounts(_ needed: FacetNeeds.Entities, highest: Int) throws -> EntityCounter {
    let counter = core.counter(of: needed.column, highest: highest)
    counter.countsFocusOnly = needed.focusOnly
    try counter.count(rows.rows(in: needed.column), in: ColumnReader(core.columns))
    return counter
  }
}
