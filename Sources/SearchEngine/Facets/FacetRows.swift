internal import IndexDefinition
internal import SearchModel

/// The articles that the facets count, of a section; lists that are the same are kept once.
final class CountedRows {
  private let hitList = RowList()
  private let people = RowList()
  private let countries = RowList()
  private let dates = RowList()
  private let languages = RowList()
  /// Which facets have a filter of their own, and so articles of their own.
  private var filters = FacetFilters()

  static let listCount = 5

  /// Those that pass every filter first; the others are empty where they would be the same.
  var lists: [RowList] { [hitList, people, countries, dates, languages] }

  /// Empties the lists for another query.
  func begin(_ filters: FacetFilters) {
    self.filters = filters
    for list in lists { list.removeAll() }
  }

  func append(_ rows: FacetRows) {
    hitList.append(rows.hits)
    if filters.people != nil { people.append(rows.people) }
    if filters.countries != nil { countries.append(rows.countries) }
    if filters.dates != nil { dates.append(rows.dates) }
    if filters.languages != nil { languages.append(rows.languages) }
  }

  /// The articles that pass every filter, ascending.
  var hits: Rows { hitList.rows }

  /// What entities are counted in, ascending.
  func rows(of count: EntityCount) -> Rows {
    count.isWithin ? hits : rows(of: count.column == .person ? .person : .country)
  }

  /// What a facet counts, ascending.
  func rows(of kind: FacetRequest.Kind) -> Rows {
    switch kind {
    case .person: (filters.people == nil ? hitList : people).rows
    case .country: (filters.countries == nil ? hitList : countries).rows
    case .date: (filters.dates == nil ? hitList : dates).rows
    case .source: hits
    case .language: (filters.languages == nil ? hitList : languages).rows
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
  let languages: Rows
}

/// The facets' own filters: a facet is counted with its own lifted.
struct FacetFilters {
  var people: ArticleFilter?
  var countries: ArticleFilter?
  var dates: ArticleFilter?
  /// Nil too where no facet of languages is asked for: then the plan has it.
  var languages: ArticleFilter?

  var all: [ArticleFilter] { [people, countries, dates, languages].compactMap { $0 } }

  /// Of a list column.
  func entities(in column: ColumnLayout.Column) -> ArticleFilter? {
    column == .person ? people : countries
  }
}

/// What the entities of a list column are counted in.
struct EntityCount: Hashable {
  var column: ColumnLayout.Column
  /// The hits, in place of the articles that there would be without the facet's own filter.
  var isWithin = false
}

/// What a query's facets count.
struct FacetNeeds {
  /// How the entities of a list column are counted.
  struct Entities {
    /// The packed column, where it may serve.
    let packed: PackedEntities?
    /// Whether only entities count that are marked (``MarkedTags``).
    let markedOnly: Bool
  }

  let dates: Bool
  let languages: Bool
  /// Whether stories are counted.
  let stories: Bool
  /// Whether articles are counted whose tags are doubtful.
  let doubtful: Bool
  /// Nil unless sources are counted.
  let sources: SourceStore?
  let entities: [EntityCount: Entities]
  /// The greatest id of an entity.
  let lastEntity: Int
}
