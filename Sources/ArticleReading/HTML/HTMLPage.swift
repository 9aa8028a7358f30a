import IndexDefinition

/// A saved web page: one article.
struct HTMLPage {
  let file: SourceFile

  func events(_ text: String) -> [ReadingEvent] {
    let page = HTMLParser.parse(text)
    let metadata = PageMetadata(page, savedFrom: Self.savedFrom(text))
    var draft = ArticleDraft()
    draft[.title] = metadata.title
    draft[.byline] = metadata.byline
    draft[.source] = metadata.source
    draft[.url] = metadata.url
    draft[.language] = metadata.language
    let body = page.elements.first { $0.tag == .body } ?? page
    if let date = PageDate(metadata, blocks: { TextBlocks.inside(body, limit: 2000) }) {
      draft[.date] = date.date.description
      draft.dateSource = date.source
      draft.publishedAt = date.publishedAt
    }
    let paragraphs = MainText(PageCleaning.clean(body)).paragraphs(summary: metadata.summary)
    draft[.body] = Self.text(paragraphs, metadata.linked.articleBody)
    return draft.events(file: file, place: nil, advice: "; the page holds no text")
  }

  /// The paragraphs found, or the body that the page itself gives where that is much longer: the
  /// page then shows its text by a script.
  private static func text(_ paragraphs: [TextBlock], _ given: String?) -> String {
    let text = paragraphs.text
    guard let given, given.utf8.count > 2 * text.utf8.count else { return text }
    guard given.utf8.contains(where: { $0 == 0x3c || $0 == 0x26 }) else { return given }
    return HTMLParser.parse(given).paragraphs
  }

  /// The address that a browser noted when it saved the page:
  /// `<!-- saved from url=(0023)https://a.example/b -->`.
  private static func savedFrom(_ text: String) -> String? {
    let head = text.prefix(2048)
    guard let mark = head.ranges(of: "saved from url=(").first else { return nil }
    let address = head[mark.upperBound...].drop { $0.isNumber }.dropFirst()
      .prefix { !$0.isWhitespace && $0 != ">" }
    return address.hasPrefix("http") ? String(address) : nil
  }
}
