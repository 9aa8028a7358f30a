/// A Markdown file: one article, its fields in front matter or in the first heading.
struct Markdown {
  let file: SourceFile
  var names: FieldNames

  mutating func events(_ text: String) -> [ReadingEvent] {
    let matter = FrontMatter(text)
    var draft = draft(matter)
    var content = matter?.rest ?? text[...]
    if let heading = MarkdownHeading(content), draft[.title].map({ $0 == heading.title }) ?? true {
      draft[.title] = heading.title
      content = heading.rest
    }
    let body = MarkdownText(content).plain
    if draft[.title] == nil {
      let heading = Heading(body)
      (draft[.title], draft[.body]) = (heading.title, String(heading.body))
    } else {
      draft[.body] = body
    }
    return draft.events(file: file, place: nil, advice: "; write something under the front matter")
  }

  /// The fields of the front matter; what has no field goes to `extra`.
  private mutating func draft(_ matter: FrontMatter?) -> ArticleDraft {
    var draft = ArticleDraft()
    var ranks: [ArticleField: Int] = [:]
    var extra: [String: FrontMatter.Value] = [:]
    for (key, value) in matter?.entries ?? [] {
      if let meaning = names.meaning(of: key), meaning.field != .body, !value.text.isEmpty,
        meaning.rank < ranks[meaning.field] ?? .max
      {
        ranks[meaning.field] = meaning.rank
        draft[meaning.field] = value.text
      } else {
        extra[key] = value
      }
    }
    draft.extra = Self.object(extra)
    return draft
  }

  private static func object(_ entries: [String: FrontMatter.Value]) -> String? {
    guard !entries.isEmpty else { return nil }
    return JSONText.object(
      entries.mapValues { value in
        switch value {
        case .text(let text): JSONText.string(text)
        case .list(let items): JSONText.array(items)
        }
      })
  }
}
