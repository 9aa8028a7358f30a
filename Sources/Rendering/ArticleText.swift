package import IndexDefinition

/// An article as plain text: a head of known fields, an empty line, the body.
package struct ArticleText {
  private let article: Article

  package init(_ article: Article) {
    self.article = article
  }

  package var text: String {
    let head: [(String, String?)] = [
      ("title", article.title),
      ("date", article.date.map { "\($0) (\(article.dateSource?.rawValue ?? "given"))" }),
      ("byline", article.byline), ("source", article.source), ("url", article.url),
      ("language", article.language), ("path", article.path), ("id", article.id),
    ]
    let lines = head.compactMap { name, value in
      value.map { "\(name):" + String(repeating: " ", count: 10 - name.count) + $0 }
    }
    return lines.joined(separator: "\n") + "\n\n" + article.body + "\n"
  }
}
