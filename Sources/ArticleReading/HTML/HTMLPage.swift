import IndexDefinition

/// A saved web page: one article.
struct HTMLPage {
  let file: SourceFile

  func events(_ text: String) -> [ReadingEvent] {
    let page = HTMLParser.parse(text)
    var draft = ArticleDraft(dateSource: .metadata)
    draft[.title] = page.first { $0.name == "title" }?.text
    PageCleaning.clean(page)
    let body = page.first { $0.name == "body" } ?? page
    draft[.body] = MainText(body).paragraphs.map(\.text).joined(separator: "\n\n")
    return draft.events(file: file, place: nil, advice: "; the page holds no text")
  }
}
