/// XML of no known kind whose elements are named after an article's fields:
/// `<story><headline>…</headline><text>…</text></story>`, alone or in a row.
struct NamedXML {
  private(set) var drafts: [ArticleDraft] = []

  init(_ root: HTMLElement, _ names: FieldNames) {
    var names = names
    for element in root.elements {
      if let draft = Self.draft(element, &names) { drafts.append(draft) }
    }
    if drafts.isEmpty, let draft = Self.draft(root, &names) { drafts = [draft] }
    if !drafts.contains(where: Self.isArticle) { drafts = [] }
  }

  /// Nil for an element that holds no text of an article.
  private static func draft(_ element: HTMLElement, _ names: inout FieldNames) -> ArticleDraft? {
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
    return draft[.body] == nil ? nil : draft
  }

  private static func text(_ element: HTMLElement, _ field: ArticleField) -> String {
    switch field {
    case .body: element.agencyText
    case .title: element.markupText.onOneLine
    default: element.text
    }
  }

  /// A text with something said of it, or a long one: settings have a `description` too.
  private static func isArticle(_ draft: ArticleDraft) -> Bool {
    guard let body = draft[.body] else { return false }
    let isNamed = [ArticleField.title, .date, .byline].contains { draft[$0]?.isEmpty == false }
    return isNamed || body.split(whereSeparator: \.isWhitespace).count >= leastWords
  }

  /// Shorter ones that nothing is said of are none.
  private static let leastWords = 30
}
