import IndexDefinition

/// A document in RTF: one article, its notes, headers and footers behind the text.
struct RichText: ContentReader {
  /// Pictures are written into the file as digits, so it may be larger than its text.
  static let sizeLimit = 64 << 20

  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    guard let bytes = content.whole(limit: Self.sizeLimit) else {
      let message =
        "an RTF document of more than \(Self.sizeLimit >> 20) MB; save it without pictures"
      return try receive(content.failure(message))
    }
    for event in Self.draft(RTFText(bytes)).events(
      file: content.file, place: nil, advice: "; it holds no text")
    {
      try receive(event)
    }
  }

  private static func draft(_ document: RTFText) -> ArticleDraft {
    var draft = ArticleDraft()
    draft[.title] = document.title.text
    draft[.byline] = document.author.text
    if document.created.count == 3, document.created[0] > 0 {
      let parts = document.created.map { $0 < 10 ? "0\($0)" : "\($0)" }
      draft[.date] = parts.joined(separator: "-")
      draft.dateSource = .metadata
    }
    let texts = [document.text.text, document.notes.text].filter { !$0.isEmpty }
    return draft.with(text: texts.joined(separator: "\n\n"))
  }
}
