extension FacetRows {
  /// `base`: the articles that meet the query, before the facets' filters.
  init(_ base: Rows, _ filters: FacetFilters, _ matches: MatchEvaluator) throws {
    func passing(_ wanted: ArticleFilter?...) throws -> Rows {
      try wanted.reduce(base) { rows, filter in
        guard let filter else { return rows }
        return try matches.rows(rows, passing: filter)
      }
    }
    hits = try passing(filters.dates, filters.people, filters.countries)
    people = filters.people == nil ? hits : try passing(filters.dates, filters.countries)
    countries = filters.countries == nil ? hits : try passing(filters.dates, filters.people)
    dates = filters.dates == nil ? hits : try passing(filters.people, filters.countries)
  }
}
