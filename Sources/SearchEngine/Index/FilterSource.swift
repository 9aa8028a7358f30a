package import QueryLanguage
internal import SearchModel

/// Finds what filters as typed mean in an index.
///
/// A name is looked up once.
package protocol FilterSource: AnyObject {
  /// - Parameter countryFocus: Countries count only where an article is about them.
  func resolve(_ filter: Filter, countryFocus: Bool) throws -> ResolvedFilter

  /// The articles that mention any of the people named.
  func people(_ names: [String]) throws -> ResolvedFilter

  /// - Throws: `UnknownFilterValue` for a name that no country has.
  func countries(_ names: [String], countryFocus: Bool) throws -> ResolvedFilter
}

/// A filter as a condition, and in words how it was read.
package struct ResolvedFilter {
  package var filter: ArticleFilter
  package var notes: [String]

  package init(filter: ArticleFilter, notes: [String] = []) {
    self.filter = filter
    self.notes = notes
  }
}
