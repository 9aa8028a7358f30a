internal import SQLite
package import SearchModel

extension ArticleIndex {
  /// The articles with this external id, else with this path, this row id or an id of format 1; several when
  /// files share an id.
  ///
  /// The id of a duplicate gives the article that holds its text.
  package func articles(named name: String) throws -> [StoredArticle] {
    try read { database in
      let loader = try ArticleLoader(database)
      return try loader.rowIDs(named: name).compactMap(loader.storedArticle)
    }
  }
}
