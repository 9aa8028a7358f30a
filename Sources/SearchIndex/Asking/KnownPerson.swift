internal import SQLite
package import SearchModel
internal import Tokenizing

extension ArticleIndex {
  /// The people of the index, those in most articles first, ties by name.
  ///
  /// - Parameter prefix: only names with words that begin so, without case and diacritics; `keir`,
  ///   `starm` and `keir st` all find Keir Starmer. Empty: all.
  package func people(beginning prefix: String) throws -> [KnownPerson] {
    let tokenizer = Tokenizer()
    let folded = { (text: String) in " " + tokenizer.terms(in: text).joined(separator: " ") }
    let wanted = folded(prefix)
    return try read { database in
      let name = try Statement(database, "SELECT value FROM entity WHERE id = ?")
      return try PersonSightings(database).mostFrequent(.max).compactMap { sighting in
        let value = try name.first(.integer(sighting.entity)) { $0.text(0) }
        guard let value, wanted == " " || folded(value).contains(wanted) else { return nil }
        return KnownPerson(name: value, articles: sighting.articles)
      }
      .sorted { ($1.articles, $0.name) < ($0.articles, $1.name) }
    }
  }
}
