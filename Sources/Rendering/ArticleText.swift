package import IndexDefinition
internal import OperatingSystem
package import SearchModel

/// An article as plain text: a head of known fields, an empty line, the body.
package struct ArticleText {
  private let article: Article
  private let title: String
  private let body: String
  private let places: [StoredArticle.DuplicatePlace]

  package init(_ article: Article) {
    self.init(article, title: article.title.visible, body: article.body.visibleLines, places: [])
  }

  /// With its title and body as they are to be shown, such as with marks in place, and where else it was
  /// found.
  package init(
    _ article: Article, _ marked: MarkedText, places: [StoredArticle.DuplicatePlace] = []
  ) {
    self.init(article, title: marked.title, body: marked.body, places: places)
  }

  private init(
    _ article: Article, title: String, body: String, places: [StoredArticle.DuplicatePlace]
  ) {
    (self.article, self.title, self.body, self.places) = (article, title, body, places)
  }

  package var text: String {
    let head: [(String, String?)] =
      [
        ("title", title),
        ("date", article.date.map { "\($0) (\(article.dateSource?.rawValue ?? "given"))" }),
        ("byline", article.byline?.visible), ("source", article.source?.visible),
        ("url", article.url?.visible), ("language", article.language?.visible),
        ("path", article.path.visible.atLine(article.place?.line)), ("id", article.id.visible),
      ] + places.map { ("also in", Self.line($0)) }
    let lines = head.compactMap { name, value in
      value.map { "\(name):" + String(repeating: " ", count: 10 - name.count) + $0 }
    }
    return lines.joined(separator: "\n") + "\n\n" + body + "\n"
  }

  private static func line(_ place: StoredArticle.DuplicatePlace) -> String {
    [place.source, place.url, place.path].compactMap { $0?.visible }.joined(separator: " · ")
  }
}
