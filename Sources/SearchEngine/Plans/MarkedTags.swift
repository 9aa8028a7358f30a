package import IndexDefinition
internal import SearchModel

/// Which tags count only where the lowest bit of their value is set (``ColumnLayout``).
package struct MarkedTags: Equatable {
  /// People whom an article names by more than a name alone.
  package var people = false
  /// Countries that an article is about.
  package var countries = false

  package init() {}

  /// Of a list column.
  package func only(in column: ColumnLayout.Column) -> Bool {
    switch column {
    case .person: people
    case .country: countries
    default: false
    }
  }
}

extension Filters {
  /// What the facets, the filters and those in the query count.
  var marked: MarkedTags {
    var marked = MarkedTags()
    marked.people = personStrict
    marked.countries = countryFocus
    return marked
  }
}
