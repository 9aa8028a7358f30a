/// A page of a scanned newspaper (ALTO): its words in the order of the blocks, broken ones whole.
struct ScannedPage: ContentReader {
  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    guard let library = content.libraries.xml()?.pointee else {
      return try receive(content.failure(.xmlIsMissing))
    }
    guard let bytes = try content.flatDocument("a page", receive) else { return }
    let page = ScannedWords()
    MarkupEvents.read(xml: bytes, library, to: page)
    let draft = ArticleDraft().with(text: page.text.text)
    for event in draft.events(file: content.file, place: nil, advice: "; the page holds no text") {
      try receive(event.dated(by: content.file))
    }
  }
}

private final class ScannedWords: MarkupVisitor {
  private(set) var text = DocumentText()

  func start(_ name: String, _ attributes: MarkupAttributes) {
    guard name.hasSuffix("String") else { return }
    let word = attributes["CONTENT"] ?? ""
    switch attributes["SUBS_TYPE"] {
    case "HypPart1": text.append(attributes["SUBS_CONTENT"] ?? word)
    case "HypPart2": if attributes["SUBS_CONTENT"] == nil { text.append(word) }
    default: text.append(word)
    }
    text.endWord()
  }

  func end(_ name: String) {
    if name.hasSuffix("TextBlock") { text.endParagraph() }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
