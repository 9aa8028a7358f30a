/// XML of no known kind whose elements are named after an article's fields:
/// `<story><headline>…</headline><text>…</text></story>`, alone or in a row.
struct NamedXML {
  private(set) var drafts: [ArticleDraft] = []

  init(_ root: HTMLElement, _ names: FieldNames) {
    var names = names
    var found = root.elements.compactMap { Self.draft($0, &names) }
    if found.isEmpty { found = [Self.draft(root, &names)].compactMap { $0 } }
    if found.contains(where: \.isArticle) { drafts = found.map(\.draft) }
  }

  /// Nil for an element that holds no text of an article.
  ///
  /// Whether it is an article is told apart: settings have a `name` and a `description` too.
  private static func draft(
    _ element: HTMLElement, _ names: inout FieldNames
  ) -> (draft: ArticleDraft, isArticle: Bool)? {
    var draft = ArticleDraft()
    var ranks: [ArticleField: (rank: Int, name: String)] = [:]
    var extra: [String: String] = [:]
    for child in element.elements where child.hasInnerText {
      let name = String(child.localName)
      guard let meaning = names.meaning(of: name), meaning.rank < ranks[meaning.field]?.rank ?? .max
      else {
        extra[name] = extra[name] ?? child.text
        continue
      }
      if let loser = ranks[meaning.field]?.name { extra[loser] = draft[meaning.field] }
      ranks[meaning.field] = (meaning.rank, name)
      draft[meaning.field] = text(child, meaning.field)
    }
    draft.extra = extra.isEmpty ? nil : JSONText.object(extra.mapValues(JSONText.string))
    guard let body = draft[.body] else { return nil }
    let isTitled = ranks[.title].map { !FieldNames.isWeakTitle($0.name) } ?? false
    let isNamed = isTitled || ranks[.date] != nil || ranks[.byline] != nil
    return (
      draft, isNamed || body.split(whereSeparator: \.isWhitespace).count >= leastWords
    )
  }

  private static func text(_ element: HTMLElement, _ field: ArticleField) -> String {
    switch field {
    case .body: element.agencyText
    case .title: element.markupText.onOneLine
    default: element.text
    }
  }

  /// Shorter ones that nothing is said of are none.
  private static let leastWords = 30
}
