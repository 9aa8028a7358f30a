/// The facets' own filters: a facet is counted with its own lifted.
struct FacetFilters {
  var people: ArticleFilter?
  var countries: ArticleFilter?
  var dates: ArticleFilter?
}
