/// What goes on with a file whose reading was cut off.
extension ArticleStore {
  /// Notes that an article of the file is stored, if it still is.
  ///
  /// - Returns: false where the row of this id has been met, as that of another article.
  func meet(_ id: String, in file: inout OpenFile) throws -> Bool {
    if let known = try articles.find(externalID: id, file: file.id) {
      if file.articles.contains(known.id) { return false }
      file.articles.insert(known.id)
    } else if let known = try duplicates.find(externalID: id, file: file.id) {
      if file.duplicates.contains(known.id) { return false }
      file.duplicates.insert(known.id)
    }
    return true
  }
}
