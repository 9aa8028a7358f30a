package import IndexDefinition
internal import OperatingSystem
package import SearchModel

/// An article as plain text: a head of known fields, an empty line, the body.
package struct ArticleText {
  private let article: Article
  private let title: String
  private let body: String
  /// What else there is of it, by what that is.
  private let others: [(String, StoredArticle.DuplicatePlace)]

  package init(_ article: Article) {
    self.init(article, title: article.title.visible, body: article.body.visibleLines, others: [])
  }

  /// With its title and body as they are to be shown, such as with marks in place, and with its other
  /// places and its near-copies.
  package init(_ stored: StoredArticle, _ marked: MarkedText) {
    self.init(
      stored.article, title: marked.title, body: marked.body,
      others: stored.duplicatePlaces.map { ("also in", $0) }
        + stored.nearCopies.map { ("near-copy", $0) })
  }

  private init(
    _ article: Article, title: String, body: String,
    others: [(String, StoredArticle.DuplicatePlace)]
  ) {
    (self.article, self.title, self.body, self.others) = (article, title, body, others)
  }

  package var text: String {
    let head: [(String, String?)] =
      [
        ("title", title),
        ("date", article.date.map { "\($0) (\(article.dateSource?.rawValue ?? "given"))" }),
        ("byline", article.byline?.visible), ("source", article.source?.visible),
        ("url", article.url?.visible), ("language", article.language?.visible),
        ("path", article.path.visible.atLine(article.place?.line)), ("id", article.id.visible),
      ] + others.map { ($0, Self.line($1)) }
    let lines = head.compactMap { name, value in
      value.map { "\(name):" + String(repeating: " ", count: 10 - name.count) + $0 }
    }
    return lines.joined(separator: "\n") + "\n\n" + body + "\n"
  }

  private static func line(_ place: StoredArticle.DuplicatePlace) -> String {
    [place.source, place.url, place.path, place.id].compactMap { $0?.visible }.joined(
      separator: " · ")
  }
}
