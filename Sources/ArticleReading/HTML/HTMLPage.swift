import IndexDefinition

/// A saved web page: one article.
struct HTMLPage {
  let file: SourceFile

  func events(_ text: String) -> [ReadingEvent] {
    let page = HTMLParser.parse(text)
    let metadata = PageMetadata(page)
    var draft = ArticleDraft()
    draft[.title] = metadata.title
    draft[.byline] = metadata.byline
    draft[.source] = metadata.source
    draft[.url] = metadata.url
    draft[.language] = metadata.language
    let body = page.first { $0.name == "body" } ?? page
    if let date = PageDate(metadata, blocks: TextBlocks.inside(body)) {
      draft[.date] = date.date.description
      draft.dateSource = date.source
    }
    PageCleaning.clean(body)
    draft[.body] = Self.text(MainText(body).paragraphs, metadata.linked.articleBody)
    return draft.events(file: file, place: nil, advice: "; the page holds no text")
  }

  /// The paragraphs found, or the body that the page itself gives where that is much longer: the
  /// page then shows its text by a script.
  private static func text(_ paragraphs: [TextBlock], _ given: String?) -> String {
    let text = paragraphs.map(\.text).joined(separator: "\n\n")
    guard let given, given.utf8.count > 2 * text.utf8.count else { return text }
    guard given.contains("<") || given.contains("&") else { return given }
    return HTMLParser.parse(given).paragraphs
  }
}
