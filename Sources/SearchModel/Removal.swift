/// An article to be taken out.
package enum ChosenArticle: Sendable, Equatable {
  /// As typed: its id, else its path.
  case named(String)
  /// As a hit names it.
  case hit(id: String, path: String)
}

/// What was taken out for good.
package struct RemovalSummary: Sendable, Equatable {
  package var articles = 0
  /// Places of the same texts.
  package var duplicates = 0
  /// Whether nothing is left of them in any file of the archive.
  package var isErased = false
  /// Paths of whole files that repairs left beside the archive: they hold what was erased as before.
  package var olderFiles: [String] = []

  package init(articles: Int = 0, duplicates: Int = 0, isErased: Bool = false) {
    (self.articles, self.duplicates, self.isErased) = (articles, duplicates, isErased)
  }
}

/// What lies below another folder now.
package struct MoveSummary: Sendable, Equatable {
  package var files = 0
  package var articles = 0

  package init(files: Int = 0, articles: Int = 0) {
    (self.files, self.articles) = (files, articles)
  }
}
