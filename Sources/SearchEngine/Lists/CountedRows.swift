internal import IndexDefinition
internal import SearchModel

/// The articles that the facets count, of a section; lists that are the same are kept once.
final class CountedRows {
  private let hits = RowList()
  private let people = RowList()
  private let countries = RowList()
  private let dates = RowList()
  /// Which facets have a filter of their own, and so articles of their own.
  private var filters = FacetFilters()

  /// Empties the lists for another query.
  func begin(_ filters: FacetFilters) {
    self.filters = filters
    for list in [hits, people, countries, dates] { list.removeAll() }
  }

  func append(_ rows: FacetRows) {
    hits.append(rows.hits)
    if filters.people != nil { people.append(rows.people) }
    if filters.countries != nil { countries.append(rows.countries) }
    if filters.dates != nil { dates.append(rows.dates) }
  }

  /// What the facet of a list column counts, ascending.
  func rows(in column: ColumnLayout.Column) -> Rows {
    rows(of: column == .person ? .person : .country)
  }

  /// What a facet counts, ascending.
  func rows(of kind: FacetRequest.Kind) -> Rows {
    switch kind {
    case .person: (filters.people == nil ? hits : people).rows
    case .country: (filters.countries == nil ? hits : countries).rows
    case .date: (filters.dates == nil ? hits : dates).rows
    }
  }
}
