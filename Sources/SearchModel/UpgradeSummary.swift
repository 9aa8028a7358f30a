/// What was done; nothing where the file is of this format already.
package struct UpgradeSummary: Sendable, Equatable {
  package var oldVersion: Int
  package var newVersion: Int
  package var articles: Int
  package var seconds = 0.0

  package init(oldVersion: Int, newVersion: Int, articles: Int = 0) {
    self.oldVersion = oldVersion
    self.newVersion = newVersion
    self.articles = articles
  }

  /// False when there was nothing to do.
  package var isDone: Bool { oldVersion != newVersion }
}
