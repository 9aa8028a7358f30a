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

/// The articles of a window that each facet counts: a facet's own filter is lifted for it.
struct FacetRows {
  /// Those that pass every filter.
  let hits: Rows
  let people: Rows
  let countries: Rows
  let dates: Rows
}

/// The facets' own filters: a facet is counted with its own lifted.
struct FacetFilters {
  var people: ArticleFilter?
  var countries: ArticleFilter?
  var dates: ArticleFilter?
}

/// What a query's facets count.
struct FacetNeeds {
  /// How the entities of a list column are counted.
  struct Entities {
    /// The packed column, where it may serve.
    let packed: PackedEntities?
    /// Whether only the countries that an article is about count.
    let focusOnly: Bool
  }

  let dates: Bool
  let entities: [ColumnLayout.Column: Entities]
  /// The greatest id of an entity.
  let lastEntity: Int
}
