internal import IndexDefinition
internal import SearchModel

/// The counts of a query's facets over all of its sections; good until the next query.
final class FacetCounts {
  private let sections: [CountedSection]
  private let needs: FacetNeeds
  /// Nil unless dates were needed.
  let dates: DateCounter?
  private let packed: [ColumnLayout.Column: PackedEntityCounter]
  private(set) var lists: [ColumnLayout.Column: EntityCounter]

  /// Puts the counts of sections, at least one, together.
  init(_ sections: [CountedSection], _ needs: FacetNeeds) {
    self.sections = sections
    self.needs = needs
    (dates, packed, lists) = (sections[0].dates, sections[0].packed, sections[0].lists)
    for section in sections.dropFirst() {
      section.dates.map { dates?.add($0) }
      for (column, counts) in section.packed { packed[column]?.add(counts) }
      for (column, counts) in section.lists { lists[column]?.add(counts) }
    }
  }

  /// The counts of people or countries; nil unless they were needed.
  ///
  /// - Parameters:
  ///   - leading: How many of the most frequent are to be told; nil: all.
  ///   - selected: Entities whose counts are to be told in any case.
  func entities(
    in column: ColumnLayout.Column, leading: Int?, selected: Set<UInt32>
  ) throws -> (any EntityCounts)? {
    if let leading, let counts = packed[column], counts.isExact(forLeading: leading, selected) {
      return counts
    }
    if let known = lists[column] { return known }
    lists[column] = try needs.entities[column].map { try listCounts(column, $0) }
    return lists[column]
  }

  private func listCounts(
    _ column: ColumnLayout.Column, _ needed: FacetNeeds.Entities
  ) throws -> EntityCounter {
    let counts = try sections.mapOnCores(reader: \.reader) {
      try $0.listCounts(column, needed, highest: needs.lastEntity)
    }
    for others in counts.dropFirst() { counts[0].add(others) }
    return counts[0]
  }

  /// The articles that a facet counts, section after section.
  func rows(of kind: FacetRequest.Kind) -> [Rows] { sections.map { $0.rows.rows(of: kind) } }

  /// The articles whose lists were read of a column.
  func articlesRead(in column: ColumnLayout.Column) -> Int {
    lists[column] == nil ? 0 : sections.reduce(0) { $0 + $1.rows.rows(in: column).count }
  }

  /// Gives the memory of the articles back.
  func giveBack() {
    for section in sections { section.reader.give(section.rows) }
  }
}

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
