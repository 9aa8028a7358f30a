/// What a snapshot holds.
package struct SnapshotSummary: Sendable, Equatable {
  package var articles: Int
  /// Bytes of the new file.
  package var fileBytes: Int
  package var seconds = 0.0

  package init(articles: Int, fileBytes: Int) {
    self.articles = articles
    self.fileBytes = fileBytes
  }
}
