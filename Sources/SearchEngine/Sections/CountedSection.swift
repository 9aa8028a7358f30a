internal import IndexDefinition
internal import SearchModel

/// What facets count of a section's articles.
struct CountedSection {
  /// Fewer articles are counted sooner than the counters by code of ``PackedEntities`` are cleared.
  private static let leastForPacked = 2048
  let reader: CoreReader
  let rows: CountedRows
  private(set) var dates: DateCounter?
  private(set) var packed: [ColumnLayout.Column: PackedEntityCounter] = [:]
  private(set) var lists: [ColumnLayout.Column: EntityCounter] = [:]

  /// Counts all that is needed, from packed entities where there are any.
  ///
  /// - Parameter isPart: Whether there are other sections: all of them count in the same way.
  init(_ reader: CoreReader, _ rows: CountedRows, _ needs: FacetNeeds, isPart: Bool) throws {
    self.reader = reader
    self.rows = rows
    if needs.dates { dates = try countedDates() }
    for (column, needed) in needs.entities {
      if let entities = needed.packed, isPart || rows.rows(in: column).count >= Self.leastForPacked
      {
        let counts = reader.packedCounter(of: column, entities)
        counts.count(rows.rows(in: column), focusOnly: needed.focusOnly)
        packed[column] = counts
      } else {
        lists[column] = try listCounts(column, needed, highest: needs.lastEntity)
      }
    }
  }

  private func countedDates() throws -> DateCounter {
    let counter = reader.dateCounter()
    try counter.count(rows.rows(of: .date), in: ColumnReader(reader.columns))
    return counter
  }

  /// Counts the entities of a column one by one.
  func listCounts(
    _ column: ColumnLayout.Column, _ needed: FacetNeeds.Entities, highest: Int
  ) throws -> EntityCounter {
    let counter = reader.counter(of: column, highest: highest)
    counter.countsFocusOnly = needed.focusOnly
    try counter.count(rows.rows(in: column), in: ColumnReader(reader.columns))
    return counter
  }
}
