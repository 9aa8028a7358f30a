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
