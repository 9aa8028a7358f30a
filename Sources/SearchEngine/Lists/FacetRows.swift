/// The articles of a window that each facet counts: a facet's own filter is lifted for it.
struct FacetRows {
  /// Those that pass every filter.
  let hits: Rows
  let people: Rows
  let countries: Rows
  let dates: Rows
}
